"""``consultations/<id>.yml``: a time at which the city asks for opinions, from call to answer."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from strategy.languages.say import Say
from strategy.model.ids import DatedId, PageId
from strategy.problems import Invalid
from strategy.reading.date_fields import DayOnly, DayTime, end_before_start
from strategy.reading.fields import Line, Model, Named, Text, WebAddress, no_web_address

WayKind = Literal["form", "mail", "fax", "post", "counter"]
DeadlineRule = Literal["arrival", "postmark"]
WAYS: dict[WayKind, Say] = {
    "form": Say("入力フォーム", "Online form"),
    "mail": Say("メール", "Email"),
    "fax": Say("FAX", "Fax"),
    "post": Say("郵便", "Post"),
    "counter": Say("窓口", "At the counter"),
}
RULES: dict[DeadlineRule, Say] = {
    "arrival": Say("必着", "must arrive by the deadline"),
    "postmark": Say(
        "郵便は、締め切りの日の消印有効", "post is in time if postmarked by the deadline"
    ),
}


def _mail(text: str) -> str:
    if not re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", text, re.ASCII):
        raise Invalid.of("mail-address", text=text)
    return text


def _prefill(text: str) -> str:
    names = re.findall(r"{(.*?)}", text)
    if not text.startswith("https://") or set(names) - {"edition", "paragraph"} or not names:
        raise Invalid.of("prefill")
    return text


MailAddress = Annotated[Line, AfterValidator(_mail)]
Prefill = Annotated[Line, AfterValidator(_prefill)]


class Way(Model):
    """A way to hand in opinions. ``null`` is "not recorded"."""

    kind: Annotated[WayKind, Named(WAYS)]
    name: Text | None = Field(default=None, description="呼び名（例: Googleフォーム）")
    address: Line | None = Field(
        default=None, description="フォームのアドレス、メールアドレス、FAX番号"
    )
    to: Text | None = Field(default=None, description="郵便の宛先、窓口の場所と時間")
    prefill: Prefill | None = Field(
        default=None, description="入力済みフォームのアドレス（{edition} と {paragraph} を含む）"
    )

    def model_post_init(self, _context: object) -> None:
        """Refuse an address that is none of its kind."""
        if self.address and self.kind == "mail":
            _at("address", _mail, self.address)
        if self.address and self.kind == "form" and not self.address.startswith("https://"):
            raise no_web_address(self.address).invalid(at=("address",))


def _at(field: str, rule: object, value: str) -> None:
    """Apply a rule, and say which field breaks it."""
    try:
        rule(value)  # type: ignore[operator]
    except Invalid as error:
        raise error.fault.invalid(at=(field,)) from None


class Contact(Model):
    """Who answers questions about a consultation."""

    name: Text
    phone: Line | None
    fax: Line | None
    mail: MailAddress | None


class Disposition(Model):
    """What can become of an opinion. One that ``changes`` the text must name the paragraphs."""

    id: PageId
    name: Text
    meaning: Text
    changes: bool = False


class Consultation(Model):
    """A call for opinions; ``null`` is "not recorded", or "not yet" for what comes later.

    It is open from the beginning of ``opens`` to the end of ``closes``, Japan time. ``draft``,
    ``base`` and ``final`` are editions: what is asked about, what is in force, what was decided.
    """

    id: DatedId
    subject: Text
    question: Text | None = Field(description="何についての意見を求めるか")
    who: tuple[Text, ...] | None = Field(description="意見を提出できる人")
    opens: DayTime
    closes: DayTime
    deadline: Annotated[DeadlineRule, Named(RULES)] | None = Field(
        description="arrival（必着）または postmark（消印有効）"
    )
    minimum_days: int | None = Field(ge=1, description="市の規則で定める最短の期間（日）")
    ways: tuple[Way, ...] | None
    reading_places: tuple[Text, ...] | None = Field(description="紙で読める場所")
    particulars: tuple[Text, ...] | None = Field(description="提出に必要な事項")
    not_opinions: tuple[Text, ...] | None = Field(description="意見として扱わないもの")
    privacy: Text | None = Field(description="個人情報の取り扱い")
    answers: Text | None = Field(description="市の考え方を、いつ、どのように公表するか")
    contact: Contact | None
    call: WebAddress | None = Field(description="ほかにある募集のページ")
    draft: DatedId | None = Field(description="案の版のID")
    base: PageId | None = Field(description="案と比べる、現在の版のID")
    final: PageId | None = Field(description="決定した版のID")
    dispositions: tuple[Disposition, ...] | None = Field(description="市の対応の区分")
    people: int | None = Field(ge=0, description="意見を提出した人数")
    answered: DayOnly | None = Field(description="市の考え方を公表する日")

    @property
    def anchor(self) -> str:
        """The id of its entry on the page of all consultations."""
        return f"consultation.{self.id}"

    def disposition(self, ident: str) -> Disposition | None:
        """The disposition of an id."""
        return next((each for each in self.dispositions or () if each.id == ident), None)

    def way(self, kind: WayKind) -> Way | None:
        """The first way of a kind that says where to."""
        return next(
            (way for way in self.ways or () if way.kind == kind and (way.address or way.to)), None
        )

    def model_post_init(self, _context: object) -> None:
        """Refuse what contradicts itself."""
        if self.closes.ends <= self.opens.begins:
            raise end_before_start("opens", "closes")
        if (self.draft is None) != (self.base is None):
            raise Invalid.of(
                "consultation-editions", at=("draft" if self.base is None else "base",)
            )
        if self.answered and self.answered <= self.closes.day:
            raise Invalid.of("answer-day", at=("answered",))
        seen: set[str] = set()
        for index, each in enumerate(self.dispositions or ()):
            if each.id in seen:
                raise Invalid.of(
                    "duplicate-id/disposition", at=("dispositions", index, "id"), id=each.id
                )
            seen.add(each.id)


class Consultations(Model):
    """``consultations/``: all calls for opinions, past, open and announced; a file each."""

    consultations: tuple[Consultation, ...] = Field(min_length=1)

    def of_draft(self, edition: str) -> Consultation | None:
        """The consultation about an edition."""
        return next((each for each in self.consultations if each.draft == edition), None)


class Opinion(Model):
    """An opinion as it is published, a row of ``comments.csv``: nothing about who gave it.

    ``paragraphs`` are those of the draft (``3-12``; none: the whole of it), ``changed`` those of
    the final edition. ``source`` tells which row of an export it is, so that nothing is imported
    twice. An empty answer is one that is still to be written.
    """

    number: int = Field(ge=1)
    received: DayOnly
    way: WayKind
    paragraphs: tuple[str, ...]
    opinion_ja: str = Field(min_length=1)
    opinion_en: str
    shortened: bool
    answer_ja: str
    answer_en: str
    disposition: str
    changed: tuple[str, ...]
    source: str
