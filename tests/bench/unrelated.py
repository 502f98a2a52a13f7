"""Sections that have nothing to do with the strategy: what a large site of a city would add."""

from __future__ import annotations

import random

from strategy.search.entries import PageSection, SectionPassage, SectionText

ABOUT = (
    ("ごみの収集", "garbage collection"), ("水道の使用開始", "water supply"),
    ("住民票の写し", "certificate of residence"), ("戸籍", "family register"),
    ("保育園", "nursery school"), ("小学校", "primary school"), ("図書館", "library"),
    ("予防接種", "vaccination"), ("健康診断", "health check"), ("国民健康保険", "health insurance"),
    ("固定資産税", "property tax"), ("市営住宅", "municipal housing"), ("墓地", "cemetery"),
    ("農地", "farmland"), ("漁港", "fishing port"), ("商店街", "shopping street"),
    ("祭り", "festival"), ("温泉", "hot spring"), ("体育館", "gymnasium"), ("道路工事", "road works"),
    ("バス", "bus"), ("駐車場", "car park"), ("犬と猫", "dogs and cats"), ("消防団", "fire brigade"),
    ("選挙", "election"), ("結婚", "marriage"), ("児童手当", "child allowance"),
    ("文化財", "cultural property"), ("河川", "river"), ("公園", "park"),
)  # fmt: skip
WHO = ("世帯主", "保護者", "事業所", "団体", "利用する人", "対象の人", "近くの区長", "管理人")
WHEN = ("毎月", "四半期ごとに", "春と秋に", "平日の朝", "受付の翌週", "年の初め", "土曜日の午後")
DOES = (
    "は{when}、{about}の場所と時刻を掲示板でお知らせします。",
    "が{about}を使うときは、{when}支払いを済ませてください。",
    "は{about}について、写真と図面を持って窓口で相談できます。",
    "には{when}、{about}の当番表と袋が配られます。",
)
ENGLISH = (
    "The {about} is open every month; bring photographs and drawings with you.",
    "Whoever uses the {about} pays at the counter before the weekend.",
    "Times and places of the {about} are posted on the board near the gate.",
)


def sections(number: int) -> list[PageSection]:
    """That many, the same in every run, as chapters, which rank as high as the strategy's."""
    chance = random.Random(number)
    made = []
    for index in range(number):
        ja, en = ABOUT[index % len(ABOUT)]
        texts = [
            chance.choice(WHO) + line.format(about=ja, when=chance.choice(WHEN))
            for line in chance.sample(DOES, 3)
        ]
        english = [line.format(about=en) for line in chance.sample(ENGLISH, 2)]
        made.append(
            PageSection(
                f"unrelated-{index // 10}",
                f"part-{index % 10}" if index % 10 else "",
                7,
                {
                    "ja": SectionText(
                        f"{ja} {index}", [SectionPassage(text, "", "") for text in texts]
                    ),
                    "en": SectionText(
                        f"{en} {index}", [SectionPassage(text, "", "") for text in english]
                    ),
                },
            )
        )
    return made
