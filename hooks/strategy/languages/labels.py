"""What several parts of the publication say, or join, alike."""

from strategy.languages.say import Language, Say

COLON = Say("：", ": ")
SEPARATOR = Say("、", ", ")
BRACKETS = Say("（{}）", " ({})")

NONE = Say("なし", "none")
THERE_IS_NONE = Say("ありません。", "None.")
COUNT = Say("{}件", "{}")
DRAFT_SUFFIX = Say("（案）", " (draft)")

COMPARE_EDITIONS = Say("版を比べる", "Compare editions")
CONSULTATION = Say("意見募集", "Consultation")
CONTACT = Say("問い合わせ先", "Contact")
DATE = Say("年月", "Date")
DATES = Say("期間", "Dates")
DECIDED_BY = Say("決定", "Decided by")
DOCUMENT_KIND = Say("文書の種類", "Kind of document")
EDITION = Say("版", "Edition")
FILE = Say("ファイル", "File")
KIND = Say("種類", "Kind")
OLD_AND_NEW = Say("新旧対照表", "Old and new")
BEFORE, AFTER = Say("改正前", "Old"), Say("改正後", "New")
BY_CHAPTER = Say("章", "Chapter")
PARAGRAPH = Say("段落", "Paragraph")
PERIOD = Say("戦略の期間", "Period")
REASON = Say("理由", "Reason")
STATE = Say("状態", "State")
TEXT = Say("文章", "Text")
WHAT_CHANGED = Say("変わった内容", "What changed")

HOME = Say("トップページ", "Home")
CHAPTER = Say("第{number}章　{title}", "{number}. {title}")
NOT_RECORDED = Say("記録なし", "not recorded")
LANGUAGE_NAMES: dict[Language, Say] = {
    "ja": Say("日本語", "Japanese"),
    "en": Say("英語", "English"),
}
