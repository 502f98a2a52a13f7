"""What several parts of the publication say, or join, alike."""

from __future__ import annotations

from strategy.languages.say import Language, Say

COLON = Say("：", ": ")
SEPARATOR = Say("、", ", ")
BRACKETS = Say("（{}）", " ({})")

HOME = Say("トップページ", "Home")
CHAPTER = Say("第{number}章　{title}", "{number}. {title}")
NOT_RECORDED = Say("記録なし", "not recorded")
LANGUAGE_NAMES: dict[Language, Say] = {
    "ja": Say("日本語", "Japanese"),
    "en": Say("英語", "English"),
}
