"""``strategy consult``: a public comment, from the call to the answers."""

import argparse
from pathlib import Path
from typing import get_args

from strategy.checks import everything
from strategy.checks.everything import Checked
from strategy.cli import consult_import
from strategy.cli.arguments import Commands
from strategy.consultations import answering, call_file, readiness
from strategy.editions import freeze
from strategy.languages import calendar
from strategy.languages.say import Language, Say, in_each
from strategy.model import Consultation, addresses
from strategy.model.call_states import state, state_of
from strategy.model.consultations import WayKind
from strategy.problems import BilingualError, InvalidStrategy, Problems, refusal, report, suggestion
from strategy.reading import dates
from strategy.reading.yaml_lines import set_value
from strategy.record.compare import compare


def add(commands: Commands) -> None:
    """Describe the command line."""
    parts = commands.add_parts("consult", "意見の募集 / public comment", run)

    def part(name: str, about: str) -> argparse.ArgumentParser:
        made = parts.add(name, about)
        made.add_argument("id", help="募集のID（data/consultations/ のファイルの名前）")
        return made

    checking = part("check", "始める前の点検（何も変えない）/ a dry run")
    checking.add_argument(
        "--online", action="store_true", help="リンク先を開いてみる / try the addresses"
    )
    part("open", "現在の文章を案として確定し、募集を始める / freeze the draft and open")
    bringing = part("import", "フォームなどの書き出しを取り込む / take in an export")
    bringing.add_argument("file", type=Path, help="CSV または Excel のファイル")
    bringing.add_argument(
        "--way", choices=get_args(WayKind), default="form", help="提出の方法 / how they came in"
    )
    bringing.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="FIELD=NAME",
        help="列の名前（received、paragraphs、opinion）/ name of a column",
    )
    bringing.add_argument(
        "--remove",
        action="store_true",
        help="書き出しから消えた意見を、尋ねずに取り除く / remove what is gone without asking",
    )
    closing = part("close", "締め切りの後、意見を提出した人数を記録する / count after the deadline")
    closing.add_argument("--people", type=int, help="意見を提出した人数 / number of people")
    answering_ = part(
        "answer", "市の考え方を点検し、公表の日を記録する / check and date the answers"
    )
    answering_.add_argument("--on", help="公表の日（なければ今日）/ day of publication")


def run(root: Path, options: argparse.Namespace, language: Language) -> int:
    """Run one of the parts. Raises `InvalidStrategy` for what is wrong with the project,
    `BilingualError` and `Invalid` for what cannot be done."""
    found = everything.checked(root, gate=False)
    calls = found.strategy.consultations.consultations
    call = next((each for each in calls if each.id == options.id), None)
    if call is None:
        fix = suggestion(options.id, [each.id for each in calls])
        raise BilingualError(refusal("no-consultation", id=options.id, fix=fix))
    commands = {
        "check": _check,
        "open": _open,
        "import": consult_import.run,
        "close": _close,
        "answer": _answer,
    }
    return commands[options.part](root, found, call, options, language)


def _problems(root: Path, found: Checked, call: Consultation, *, online: bool = False) -> Problems:
    reach = readiness.reach if online else None
    return readiness.check(root, call, found.strategy, found.composition.record, reach)


def _check(
    root: Path, found: Checked, call: Consultation, options: argparse.Namespace, language: Language
) -> int:
    for name, moment in (
        (Say("始まり", "Opens"), call.opens),
        (Say("締め切り", "Closes"), call.closes),
    ):
        print(f"{name[language]}\t{calendar.show_day_time(moment, language)}")
    length = Say("{}日間", "{} day(s)")[language].format(readiness.days(call))
    print(f"{Say('期間', 'Period')[language]}\t{length}")
    now = state_of(call, state(call, calendar.now()))[language]
    print(f"{Say('今の状態', 'State now')[language]}\t{now}")
    problems = _problems(root, found, call, online=options.online)
    if text := report(problems, language):
        print(text)
    done = Say("募集を始められます。", "The call can be opened.")
    count = Say(
        f"{len(problems.errors)}件を直すと、募集を始められます。",
        f"{len(problems.errors)} thing(s) keep the call from being opened.",
    )
    print((count if problems.errors else done)[language])
    return 1 if problems.errors else 0


def _open(
    root: Path, found: Checked, call: Consultation, _options: argparse.Namespace, language: Language
) -> int:
    problems = _problems(root, found, call)
    if problems.errors:
        raise InvalidStrategy(problems)
    strategy, record = found.strategy, found.composition.record
    if strategy.edition.id != call.draft:
        raise BilingualError(refusal("other-draft", id=strategy.edition.id, draft=str(call.draft)))
    folder = freeze.open_draft(root, strategy, record)
    base = strategy.editions.get(call.base)
    assert base is not None and base.record is not None
    changed = len(compare(base.record, record).changed)
    page = addresses.changes(base.id, language, folder.name).removesuffix("index.html")
    print(
        Say(
            f"現在の文章を、案「{folder.name}」として確定しました: {folder}\n"
            f"現在の版「{base.id}」から{changed}か所が変わります（新旧対照表: /{page}）。\n"
            f"案は、{calendar.show_day_time(call.opens, 'ja')}から公開されます。"
            "公開するブランチに、次を移してください:\n"
            f"  editions/{folder.name}/\n  data/consultations/{call.id}.yml",
            f"The present text is frozen as the draft {folder.name}: {folder}\n"
            f"It changes {changed} place(s) of {base.id} (comparison: /{page}).\n"
            f"It is published from {calendar.show_day_time(call.opens, 'en')} (Japan time). Take "
            "these to the branch that is published:\n"
            f"  editions/{folder.name}/\n  data/consultations/{call.id}.yml",
        )[language]
    )
    return 0


def _close(
    root: Path, found: Checked, call: Consultation, options: argparse.Namespace, language: Language
) -> int:
    if calendar.now() < call.closes.ends:
        deadline = in_each(calendar.show_day_time, call.closes)
        raise BilingualError(refusal("before-deadline", deadline=deadline))
    given = found.strategy.opinions.get(call.id, ())
    people = options.people if options.people is not None else call.people
    if people is None or people < 0 or (people == 0) != (not given):
        raise BilingualError(refusal("people", count=len(given), id=call.id))
    set_value(call_file.path(root, call.id), "people", str(people))
    print(
        Say(f"{people}人、{len(given)}件です。", f"{people} people, {len(given)} opinion(s).")[
            language
        ]
    )
    return 0


def _answer(
    root: Path, found: Checked, call: Consultation, options: argparse.Namespace, language: Language
) -> int:
    problems = Problems()
    answering.check(root, call, found.strategy, problems)
    if problems.errors:
        raise InvalidStrategy(problems)
    day = dates.parse_day_time(options.on).day if options.on else calendar.today()
    if call.people is None:
        raise BilingualError(refusal("no-people", id=call.id))
    if day <= call.closes.day:
        told = in_each(calendar.show, day)
        raise BilingualError(refusal("answers-before-deadline", day=told))
    set_value(call_file.path(root, call.id), "answered", day.isoformat())
    shown = calendar.show(day, language)
    print(Say(f"{shown}に公表します。", f"The answers come out on {shown}.")[language])
    return 0
