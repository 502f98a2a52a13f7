"""意見提出様式: what stands on the sheet on which opinions are written, whatever it is made of.

The sheet alone is enough to comment: what is asked, until when, where to, what must be given.
"""

from dataclasses import dataclass

from strategy.languages import calendar
from strategy.languages.labels import COLON
from strategy.languages.say import Language, Say
from strategy.model import Consultation, Contact, Edition, Strategy, Way
from strategy.model.consultations import RULES, WAYS
from strategy.reading.fields import plain

TITLE = Say("意見提出様式", "Comment form")
SUBJECT = Say("件名", "Subject")
ASKED = Say("意見を求めること", "What is asked")
DRAFT = Say("案", "Draft")
WHO = Say("提出できる人", "Who may comment")
DEADLINE = Say("締め切り", "Deadline")
SENDING = Say("提出先", "Where to send it")
CONTACT = Say("問い合わせ先", "Questions")
PRIVACY = Say("個人情報の取り扱い", "Privacy")
ANSWERS = Say("提出された後", "What happens next")
RULE = Say("{deadline}（{rule}）", "{deadline} ({rule})")
PERSON = Say("提出する人", "About you")
OPINIONS = Say("意見", "Your opinions")
HOW = Say(
    "左の欄には、意見の対象の段落番号（例：3-12）を書いてください。段落番号は、案の各段落に付いています"
    "（ウェブ、紙とも同じ番号です）。案の全体についての意見は、「全体」と書いてください。"
    "欄が足りないときは、別の紙を付けてください。",
    "In the left column write the number of the paragraph that you comment on (such as 3-12). Every "
    "paragraph of the draft has its number, the same on the web and on paper. For the draft as a "
    "whole write “all”. Add sheets if you need more room.",
)
PARAGRAPH = Say("段落番号", "Paragraph")
OPINION = Say("意見とその理由", "Opinion, and why")
OF_DRAFT = Say("{name}（版のID：{id}）", "{name} (id: {id})")
PHONE = Say("電話", "Phone")
JOINED = Say("、", "; ")
ROWS = 6
"""Empty rows for opinions on a printed sheet."""


@dataclass(frozen=True)
class Form:
    """A sheet: ``facts`` are (name, lines), ``blanks`` what the person has to give."""

    title: str
    facts: tuple[tuple[str, tuple[str, ...]], ...]
    blanks: tuple[str, ...]
    language: Language

    def say(self, words: Say) -> str:
        """Words in the language of the sheet."""
        return words[self.language]


def form(
    consultation: Consultation, edition: Edition, strategy: Strategy, language: Language
) -> Form:
    """The sheet of a consultation on an edition."""
    told: list[tuple[Say, tuple[str, ...]]] = [
        (SUBJECT, (plain(consultation.subject[language]),)),
        (ASKED, (plain(consultation.question[language]),) if consultation.question else ()),
        (DRAFT, (OF_DRAFT[language].format(name=edition.facts.name[language], id=edition.id),)),
        (WHO, tuple(plain(who[language]) for who in consultation.who or ())),
        (DEADLINE, (deadline(consultation, language),)),
        (SENDING, tuple(way_text(way, language) for way in consultation.ways or ())),
        (PRIVACY, (plain(consultation.privacy[language]),) if consultation.privacy else ()),
        (ANSWERS, (plain(consultation.answers[language]),) if consultation.answers else ()),
        (CONTACT, (contact_text(consultation.contact, language),) if consultation.contact else ()),
    ]
    return Form(
        f"{strategy.city[language]} {TITLE[language]}",
        tuple((name[language], lines) for name, lines in told if lines),
        tuple(plain(each[language]) for each in consultation.particulars or ()),
        language,
    )


def asked(consultation: Consultation, language: Language) -> tuple[tuple[str, str], ...]:
    """What the cover of the printed draft says of the call: names and texts."""
    told = (
        (SUBJECT, plain(consultation.subject[language])),
        (DEADLINE, deadline(consultation, language)),
        (SENDING, "\n".join(way_text(way, language) for way in consultation.ways or ())),
    )
    return tuple((name[language], text) for name, text in told if text)


def deadline(consultation: Consultation, language: Language) -> str:
    """The end of the period, with the rule for what arrives late."""
    shown = calendar.show_day_time(consultation.closes, language)
    if consultation.deadline is None:
        return shown
    rule = RULES[consultation.deadline][language]
    return RULE[language].format(deadline=shown, rule=rule)


def way_text(way: Way, language: Language) -> str:
    """A way in a line: 「FAX：0000-00-0000」."""
    name = plain((way.name or WAYS[way.kind])[language])
    target = [way.address or "", plain(way.to[language]) if way.to else ""]
    shown = JOINED[language].join(each for each in target if each)
    return f"{name}{COLON[language]}{shown}" if shown else name


def contact_text(contact: Contact, language: Language) -> str:
    """Who answers questions, in a line."""
    parts = [plain(contact.name[language])]
    for name, value in (
        (PHONE, contact.phone),
        (WAYS["fax"], contact.fax),
        (WAYS["mail"], contact.mail),
    ):
        if value:
            parts.append(f"{name[language]}{COLON[language]}{value}")
    return JOINED[language].join(parts)
