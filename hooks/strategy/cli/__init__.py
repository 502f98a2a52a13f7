"""The ``strategy`` command: one file a subcommand that does more than call the core."""

import argparse
import json
import sys
from pathlib import Path

from strategy.checks.everything import closing
from strategy.cli import check, compare, consult, edition, pdf, report, summary, translated
from strategy.cli.arguments import Commands, Run
from strategy.languages.say import LANGUAGES, Language, Say, locale_language
from strategy.model.schema import schemas
from strategy.problems import BilingualError, Invalid, InvalidStrategy, refusal
from strategy.problems import report as listed
from strategy.site import publish

INTERRUPTED = 130  # what a shell reports for Ctrl-C


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Exit code 0: done, 1: the input has errors, 2: the command line has."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    options = _parser().parse_args(arguments)
    language: Language = options.lang or locale_language()
    root = options.root.resolve()
    try:
        run: Run = options.run
        return run(root, options, language)
    except InvalidStrategy as error:
        print(listed(error.problems, language), file=sys.stderr)
        building = options.command == "build"
        print(closing(error.problems, language, building=building), file=sys.stderr)
    except publish.BuildError as error:
        print(error, file=sys.stderr)
    except BilingualError as error:
        print(error.message[language], file=sys.stderr)
    except Invalid as error:
        print(f"{error.fault.what[language]} → {error.fault.fix[language]}", file=sys.stderr)
    except OSError as error:
        print(_unusable(error)[language], file=sys.stderr)
    except KeyboardInterrupt:
        return INTERRUPTED
    return 1


def _unusable(error: OSError) -> Say:
    """What is said of a file that cannot be read or written."""
    if error.filename is None:
        return Say(str(error), str(error))
    return refusal("file", file=error.filename, why=str(error.strerror))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="strategy",
        description="戦略の公開サイトの検査と作成 / Checks and builds the strategy's site",
    )
    common = argparse.ArgumentParser(add_help=False)
    for place, default in ((parser, Path()), (common, argparse.SUPPRESS)):
        place.add_argument(
            "--root", type=Path, default=default, help="プロジェクトのフォルダー / project folder"
        )
    common.add_argument("--lang", choices=LANGUAGES, help="メッセージの言語 / language of messages")
    commands = Commands(parser, common, "command")
    check.add(commands)
    building = commands.add("build", "サイトを作る / build the site", _build)
    building.add_argument("--site", type=Path, help="出力先 / output folder (site/)")
    building.add_argument(
        "--offline",
        action="store_true",
        help="サーバーなしで開けるサイトを作る / a site that opens by double-click",
    )
    serving = commands.add("serve", "作成中のサイトを表示する / live preview", _serve)
    serving.add_argument("--address", default="127.0.0.1:8000")
    for command in (edition, compare, consult, pdf, report, summary, translated):
        command.add(commands)
    commands.add("schema", "schema を作り直す / rewrite the schemas", _schema)
    return parser


def _build(root: Path, options: argparse.Namespace, language: Language) -> int:
    target = (options.site or root / publish.SITE).resolve()
    built = publish.build(root, target, language, offline=options.offline)
    if text := listed(built.notes, language):
        print(text)
    said = Say(f"サイトを作りました: {target}", f"The site is built: {target}")
    if not built.is_new:
        said = Say(
            f"サイトは前のままです（変更がありません）: {target}", f"Nothing changed: {target}"
        )
    print(said[language])
    return 0


def _serve(root: Path, options: argparse.Namespace, language: Language) -> int:
    return publish.serve(root, options.address, language)


def _schema(root: Path, _options: argparse.Namespace, _language: Language) -> int:
    for name, schema in schemas().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0
