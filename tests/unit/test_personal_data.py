"""What in an opinion tells who somebody is, and what only looks like it."""

from __future__ import annotations

import pytest

from strategy.reading.personal_data import LEFT_OUT, find, masked


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("連絡は taro.mihon+x@example.co.jp まで", "mail"),
        ("連絡はｔａｒｏ＠ｅｘａｍｐｌｅ．ｃｏｍまで", "mail"),
        ("taro @ example.com", "mail"),
        ("電話は0000-00-0000です", "phone"),
        ("電話は(0000)00-0000です", "phone"),
        ("携帯は０９０ー１２３４ー５６７８です", "phone"),
        ("携帯は09012345678です", "phone"),
        ("+81 90-1234-5678", "phone"),
        ("+81(0)90 1234 5678", "phone"),
        ("〒000-0000です", "postcode"),
        ("見本県見本市見本町1-1に住んでいます", "address"),
        ("見本市大字見本甲2643番地1です", "address"),
        ("見本市見本町三丁目4番5号です", "address"),
        ("大字見本分123", "address"),
    ],
)
def test_private(text: str, kind: str) -> None:
    assert kind in [private.kind for private in find(text)]
    cleaned, _ = masked(text)
    assert LEFT_OUT in cleaned
    assert not find(cleaned)


@pytest.mark.parametrize(
    "text",
    [
        "段落3-12と4-2について",
        "2023-06-01から2023-07-03まで",
        "令和5年7月3日の第3-12号議案",
        "293人から228人へ、約77%まで減少",
        "126団体中6番目",
        "鹿島市は3番目に小さい",
        "1人あたり10,000,000円、0.5%",
        "赤字国債100兆円",
        "市町村の第2期計画",
        "@を使わない",
        "電話 0952",
    ],
)
def test_not_private(text: str) -> None:
    assert masked(text) == (text, [])


def test_what_the_call_itself_publishes_may_be_cited() -> None:
    text = "市の電話は０９５４（00）0000、mihon@example.orgです。私は090-1234-5678です"
    cleaned, kinds = masked(text, ["0954(00)0000", "mihon@example.org"])
    assert kinds == ["phone"]
    assert cleaned.startswith("市の電話は０９５４（00）0000、mihon@example.orgです。私は")


def test_all_of_a_text_is_cleaned_and_nothing_else_is_lost() -> None:
    text = "前a@example.com中0000-00-0000後\n〒000-0000 見本県見本市見本町1-1"
    cleaned, kinds = masked(text)
    assert kinds == ["mail", "phone", "postcode", "address"]
    assert cleaned == f"前{LEFT_OUT}中{LEFT_OUT}後\n{LEFT_OUT} {LEFT_OUT}"
