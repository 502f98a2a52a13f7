"""What the print edition says besides the text of the record."""

from strategy.languages.say import Say

CONTENTS = Say("目次", "Contents")
GLOSSARY = Say("用語の説明", "Glossary")
GLOSSARY_NOTE = Say(
    "一般的な意味を説明したもので、戦略の一部ではありません。",
    "These explain what the words usually mean. They are not part of the strategy.",
)
COLOPHON = Say("この冊子について", "About this document")
TITLE = Say("{title}（{kind}）", "{title} – {kind}")
REFERENCE = Say("", "Reference translation")
PREVAILS = Say(
    "", "Where the meaning of the Japanese and the English differs, the Japanese prevails."
)
DRAFT = Say("案", "DRAFT")

READING = Say("この冊子の読み方", "How to read this document")
READING_NUMBERS = Say(
    "左の余白の番号（例：3-12）は、第3章の12番目の段落という意味です。ウェブサイトの段落番号と同じです。"
    "意見を述べるときや、引用するときに使えます。",
    "A number in the left margin (such as 3-12) means paragraph 12 of chapter 3. It is the same as "
    "on the website, in both languages. Use it to comment and to cite.",
)
READING_WORDING = Say(
    "「戦略の文言（原文のとおり）」と書かれた部分は、戦略に書かれているとおりに掲載しています。"
    "それ以外の部分は、読みやすいように書き直した文章です。",
    "Passages marked “Adopted wording” are quoted from the strategy. The rest was rewritten so that "
    "it is easy to read.",
)

READING_REDLINE = Say(
    "「{name}」から変わったところを示しています。加えた文字は下線と太字、削った文字は取り消し線です。",
    "What is different from {name} is marked: what was inserted is underlined and bold, what was "
    "deleted is struck through.",
)

ASKED = Say("この案への意見を募集しています", "Your opinion on this draft is asked for")
ASKED_HOW = Say(
    "どの部分への意見かが分かるように、左の余白の段落番号（例：3-12）を書いてください。",
    "Please name the paragraph by the number in the left margin (such as 3-12).",
)

TEXT = Say("もとにした文章", "Source of the text")
FROM_EDITION = Say(
    "現在の版「{name}」（版のID：{id}）の記録から作成しました。",
    "Made from the record of the edition in force, {name} (id: {id}).",
)
FROM_OTHER_EDITION = Say(
    "「{name}」（版のID：{id}）の記録から作成しました。現在の版ではありません。",
    "Made from the record of {name} (id: {id}), which is not in force.",
)
FROM_PRESENT = Say(
    "ウェブサイトの現在の文章（版のID：{id}）から作成しました。確定した版の記録ではありません。",
    "Made from the present text of the website (id of the edition: {id}), not from the frozen record "
    "of an edition.",
)
SHA256 = Say("記録のSHA-256", "SHA-256 of the record")
CONTACT_NOT_RECORDED = Say(
    "戦略（概要版）に、問い合わせ先の記載はありません（記録なし）。鹿島市への連絡先は、"
    "市のホームページ（{website}）でお確かめください。",
    "The strategy (summary edition) names no contact (not recorded). How to reach Kashima City is on "
    "the city’s website ({website}, in Japanese).",
)
LICENCE = Say("利用条件（ライセンス）", "Licence")
LICENCE_NOT_RECORDED = Say(
    "戦略（概要版）に、文章やデータの利用条件の記載はありません（記録なし）。利用については、市にお問い合わせください。",
    "The strategy (summary edition) states no terms for the use of its text and data (not recorded). "
    "Please ask the city about use.",
)
ADDRESS = Say("ウェブサイト", "Website")
ADDRESS_NOT_RECORDED = Say("アドレスの記録なし", "address not recorded")
QR = Say(
    "ウェブサイトのアドレス（{address}）のQRコード", "QR code of the website’s address ({address})"
)
STRATEGY_OF = Say("戦略の策定", "Strategy of")
