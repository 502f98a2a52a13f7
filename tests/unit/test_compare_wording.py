"""What changed within a text: whole words, no noise, and nothing lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from strategy.languages.say import Language
from strategy.record.compare import changes
from strategy.record.compare.words import words

MARKS = {"same": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
TEXTS = st.one_of(
    st.text(max_size=30),
    st.text("市民職員は、がをに進めます。5５%約第章 DXabc\n・（）", max_size=30),
)


def _marked(old: str, new: str, language: Language) -> str:
    return "".join(MARKS[kind].format(text) for kind, text in changes(old, new, language))


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        (
            "市民は、市役所から必要な情報を適時に受け取ることができます",
            "市民は、市役所から必要な情報をいつでも受け取ることができます",
            "市民は、市役所から必要な情報を[-適時に-]{+いつでも+}受け取ることができます",
        ),
        # Numbers with their units, and eras with their years.
        ("約77%まで減少", "約75%まで減少", "[-約77%-]{+約75%+}まで減少"),
        ("令和4年10月（2022年10月）", "令和5年10月（2023年10月）", "[-令和4年-]{+令和5年+}10月（[-2022年-]{+2023年+}10月）"),
        ("第5回 WG検討会", "第6回 WG検討会", "[-第5回-]{+第6回+} WG検討会"),
        # The width of a sign is a change that a reader sees.
        ("5つの心構えです。", "５つの心構えです。", "[-5つ-]{+５つ+}の心構えです。"),
        # A sentence that was added is whole, whichever stop ended the one before.
        ("Aです。", "Aです。Bです。", "Aです。{+Bです。+}"),
        ("Aです。Bです。Cです。", "Aです。Cです。", "Aです。[-Bです。-]Cです。"),
        # Endings.
        ("計画を進めます", "計画を進めました", "計画を進め[-ます-]{+ました+}"),
        # A particle or a comma that is left alone between changes goes with them …
        (
            "職員は、紙の書類を探さなくとも、仕事ができます",
            "職員は、端末の記録を見れば、仕事ができます",
            "職員は、[-紙の書類を探さなくとも-]{+端末の記録を見れば+}、仕事ができます",
        ),
        # … but not one between two additions: it is still there.
        ("市民、職員", "市民と団体、企業と職員", "市民{+と団体+}、{+企業と+}職員"),
        # What has little in common stands one after the other.
        (
            "小さな自治体であり、お金がないという状況です。",
            "職員は、すぐに必要な情報を取り出すことができます",
            "[-小さな自治体であり、お金がないという状況です。-]{+職員は、すぐに必要な情報を取り出すことができます+}",
        ),
        # What is all there in a longer text was extended, however long that is.
        ("体制", "体制と、担当する課、進捗の確かめ方、見直しの時期", "体制{+と、担当する課、進捗の確かめ方、見直しの時期+}"),
        ("", "新しい段落", "{+新しい段落+}"),
        ("古い段落", "", "[-古い段落-]"),
        ("同じ", "同じ", "同じ"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_japanese(old: str, new: str, marked: str) -> None:
    assert _marked(old, new, "ja") == marked


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        (
            "Staff support each other, and work without waste.",
            "Staff help each other, and work without delay.",
            "Staff [-support-]{+help+} each other, and work without [-waste-]{+delay+}.",
        ),
        ("about 77% of staff", "about 75% of staff", "about [-77%-]{+75%+} of staff"),
        # A space between two words that changed is no part of the text that stayed.
        (
            "We set up a structure for this plan.",
            "We set up an organisation for this plan.",
            "We set up [-a structure-]{+an organisation+} for this plan.",
        ),
        ("We act. We try.", "We act. We listen. We try.", "We act.{+ We listen.+} We try."),
        ("DX, then.", "DX; then.", "DX[-,-]{+;+} then."),
        (
            "This is the end.",
            "Nobody had asked for it!",
            "[-This is the end.-]{+Nobody had asked for it!+}",
        ),
    ],
)
def test_english(old: str, new: str, marked: str) -> None:
    assert _marked(old, new, "en") == marked


@pytest.mark.parametrize("language", ["ja", "en"])
@settings(derandomize=True, deadline=None, max_examples=300)
@given(old=TEXTS, new=TEXTS)
@example(old="㌔", new="㌔㍿")
@example(old="か\u3099", new="が")
def test_nothing_is_lost(language: Language, old: str, new: str) -> None:
    pieces = changes(old, new, language)
    assert "".join(piece.text for piece in pieces if piece.kind != "inserted") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "deleted") == new
    kinds = [piece.kind for piece in pieces]
    assert all(piece.text for piece in pieces)
    assert ("inserted", "deleted") not in list(pairwise(kinds))
    assert all(one != other for one, other in pairwise(kinds))


@pytest.mark.parametrize("language", ["ja", "en"])
@settings(derandomize=True, deadline=None)
@given(TEXTS)
def test_words_joined_are_the_text(language: Language, text: str) -> None:
    assert "".join(words(text, language)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("約77%から第3章へ", "約77%|から|第3章|へ"),
        ("令和5年度の3,000件、126団体中6番目", "令和5年度|の|3,000件|、|126|団体|中|6番目"),
        ("Microsoft 365とWi-Fi、e-Tax", "Microsoft| |365|と|Wi-Fi|、|e-Tax"),
        ("https://example.org/a.htmlを見る", "https://example.org/a.html|を|見る"),
        ("全職員で取り組むこと", "全|職員|で|取り組む|こと"),
    ],
)
def test_japanese_words(text: str, expected: str) -> None:
    assert "|".join(words(text, "ja")) == expected


def test_english_words() -> None:
    text = "The city's Wi-Fi (77.8%) isn't new: see https://example.org/a/."
    assert [word for word in words(text, "en") if word.strip()] == [
        "The",
        "city's",
        "Wi-Fi",
        "(",
        "77.8%",
        ")",
        "isn't",
        "new",
        ":",
        "see",
        "https://example.org/a/",
        ".",
    ]


def test_a_text_longer_than_the_analyser_takes() -> None:
    for text in ("職員の業務は増え、複雑になっています。" * 3000, "ﷺ" * 5000):
        assert "".join(words(text, "ja")) == text
    assert words("業務は増えます。" * 3000, "ja") == words("業務は増えます。", "ja") * 3000
