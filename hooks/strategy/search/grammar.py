"""What the search knows of Japanese and English: `tables`, a part of every index.

The browser's side (``overrides/js/search/``) holds only what to do with them. Expressions are
JavaScript's.
"""

from strategy.languages.say import Language

_ASKING = (
    "何[年月日人歳件割回]?|(?:^|[|]|なぜ|どうして)今(?![年月日週後])|誰|教えて|(?:知り|見|調べ|読み)たい|調べる|下さい|欲しい|違い|について"
    "|(?:どう|どの|どん|なぜ|なん|いつ|どこ|だれ|いくら)[ぁ-ゖ]*"
)
"""What is cut out of a Japanese question: a regular expression for JavaScript."""

JOINING = (
    "の を は が に で と も へ や か な ね よ って から まで より など だけ しか ほど ので のに けど "
    "くらい ぐらい ため こと もの とき ところ する した して し しよう すれ せる せて させ される された されて "
    "いる いた いて い ある あっ あり なる なっ なり なら れば ば ない なく なかっ なし た て だ だっ です "
    "でした でしょう ます まし ませ ん できる でき られる られ れる れ たい たく もらう もらえる もらえ "
    "くれる ください ほしい いい よい よく よう そう という といっ ついて おける よる よっ この その これ "
    "それ いく いけ しまう らしい たら わかる おしえて さん たち いたし なさ っ く き"
)
"""Particles and inflections, in hiragana: what is made of these alone joins words."""

GENERIC: dict[Language, str] = {
    "ja": (
        "推移 状況 一覧 内容 方法 理由 情報 詳細 説明 概要 資料 数 化 的 率 性 度 等 例 別 用 案 者 面 点 必要 "
        "会 課 書 先 員 力 指標 サイクル 定期 委員会 開催 今後 現在 現状 鹿島市 鹿島 当市 本市 市 我が市 関係 場合 予定 結果 時期 場所 人 方 日 "
        "戦略 計画 中身 仕組み 効果 影響 原因 考え やり方 進め方 対策 廃止 導入 活用 実現 強化 推進 実施 "
        "申請 申込み 申し込み 手続き 手続 届 届出 登録 予約 窓口 相談 料金 利用 施設 市民 住民 公共 サービス 支援 "
        "制度 事業 生活 地域 全体 最新 具体的 具体 種類 変化 到達 反映 把握 内 中 新しい "
    ),
    "en": (
        "kashima city it strategy plan public service application apply registration necessary needed new improve better lack city strategic shorter longer faster less fewer easy easier "
        "far often soon big small heavy high low good bad great main key important different several stand "
        "stands write wrote written fall fallen end begin start change work use using see show explain "
        "describe mean follow try create build run bring put set turn open list problem problems current "
        "present year month day today time times keep submit send receive handle manage deal provide "
        "offer allow prioritise shorten increase raise promote prepare certain various official basic "
        "together simple quick recent next following proper really"
    ),
}
"""Words that fit everywhere, and so decide little."""

COMMON = (
    "a about again ask asked asking avoid become getting happen hear involved reduce all also an and any anyone are as at be been by can could did do does done enough "
    "every find for from get give go going good had has have having help her here him his how i if in "
    "into is its just know let like look looking made make many may me mean might more most much "
    "must my no not of on one or other our out over place please shall should show so some tell "
    "than that the their them then there these they thing this those to too up us use very want was "
    "way we were what when where which who whom whose why will with without would you your "
    "still already yet really even ever never always only own per via able possible between during "
    "before after because until while each both same such else ll ve "
    "don't doesn't isn't can't what's who's where's city's kashima's"
)
"""English words that are looked for only when nothing else is typed."""

_STEMS = (
    ("^housing$", "dwelling"),  # which is not the vacant houses
    ("ie[sd]$", "y"),
    ("(ss|sh|ch|x)es$", "$1"),
    ("([^s])s$", "$1"),
    ("i[sz](ation|e[dr]?|ing)$", "is"),
    ("y[sz](ed?|i|ing)$", "ys"),
    ("(...[^c])at(ion|e|or|ed|ing)$", "$1"),
    ("^([^aeiou]{0,2}[aiou][^aeiouvwxy])(ed|ing)$", "$1e"),
    ("(..[^e])(ed|ing)$", "$1"),
    ("(...)ly$", "$1"),
    ("(...)our", "$1or"),
    ("tre$", "ter"),
    ("amme$", "am"),
    ("([ei]n)ce$", "$1s"),
    ("(....)[eo]r$", "$1"),
    ("(.....)(ion|ment|ity)$", "$1"),
    ("(..[aeiou][vs]|...ur)al$", "$1"),
    (r"([b-df-hj-km-np-rtv-z])\1$", "$1"),
    ("(....)e$", "$1"),
)
"""What makes one of a word's forms: endings, British and American spelling; in this order."""

_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "r": 2018, "h": 1988, "s": 1925}
"""The year before an era's first."""

_DIGITS = "〇一二三四五六七八九"
_DATES = {
    "numerals": f"[{_DIGITS}十]+(?=[年月日回章])",
    "fiscal": r"\b(?:fiscal years?|fy) ?(\d{4})(?: (?:to|and) (\d{4}))?",
    "english": r"(?:\b(\d{1,2}) )?\b([a-z]{3,9})\.? (?:(\d{1,2}),? )?(\d{4})\b",
    "japanese": (
        r"(令和|平成|昭和|(?:reiwa|heisei|showa) |\b[rhs])? ?(元|\d{1,4})(?:(年度)|(?:年|[-./](?=\d))"
        r"(?: ?(\d{1,2})(?:月|[-./](?=\d)|(?!\d))(?: ?(\d{1,2})日?)?)?|(?![\d%]))"
    ),
    "month": r"(?:^|[^\d年])(\d{1,2})月(?:(\d{1,2})日)?",
}
"""How dates are written."""

_PARTICLES = "[をはがのにでともへやな]"
_VERBAL = "[うくぐすつぬぶむるいた]$"
"""How a verb or an adjective ends before a noun: 働く人."""
_WHEN = r"いつ|何[年月]|\bwhen\b"
_TOPIC = "^([ぁ-ゖー]+)(とは|って)(なに)?(ですか)?$"
"""なにかとは: what is asked about, before how it is asked."""
_LONG = "([おこごそぞとどのほぼぽもよろ])[うお]|([うくぐすずつぬふぶぷむゆる])う|([えけげせぜてでねへべぺめれ])い"
"""Long vowels, which are made short: けいかく as けかく."""

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"

_ROWS = {
    "": "あ い う え お", "k": "か き く け こ", "g": "が ぎ ぐ げ ご", "s": "さ し す せ そ",
    "z": "ざ じ ず ぜ ぞ", "t": "た ち つ て と", "d": "だ じ ず で ど", "n": "な に ぬ ね の",
    "h": "は ひ ふ へ ほ", "b": "ば び ぶ べ ぼ", "p": "ぱ ぴ ぷ ぺ ぽ", "m": "ま み む め も",
    "y": "や  ゆ  よ", "r": "ら り る れ ろ", "w": "わ    を", "f": "  ふ", "ts": "  つ",
}  # fmt: skip
_GLIDES = {
    "ky": "き", "gy": "ぎ", "sh": "し", "sy": "し", "j": "じ", "zy": "じ", "jy": "じ", "ch": "ち",
    "ty": "ち", "cy": "ち", "ny": "に", "hy": "ひ", "by": "び", "py": "ぴ", "my": "み", "ry": "り",
}  # fmt: skip


def _romaji() -> dict[str, str]:
    """Consonants → the folded kana for a, i, u, e, o after them, in Hepburn's and Kunrei spelling."""
    glides = {
        onset: f"{kana}や {kana if onset in 'sh ch j' else ''} {kana}ゆ  {kana}よ"
        for onset, kana in _GLIDES.items()
    }
    return _ROWS | glides


def tables(language: Language) -> dict[str, object]:
    """Everything above, as the index of a language carries it.

    Expressions stand by whether they are replaced or tested for; lists of words are those of the
    language.
    """
    return _TABLES | {"generic": GENERIC[language], "common": COMMON if language == "en" else ""}


_TABLES: dict[str, object] = {
    "replaced": {"asking": _ASKING, "topic": _TOPIC, "long": _LONG, **_DATES},
    "tested": {
        "joining": f"^(?:{JOINING.replace(' ', '|')})+$",
        "particle": _PARTICLES,
        "verbal": _VERBAL,
        "when": _WHEN,
    },
    "stems": _STEMS,
    "eras": _ERAS,
    "digits": _DIGITS,
    "months": _MONTHS,
    "romaji": _romaji(),
}
