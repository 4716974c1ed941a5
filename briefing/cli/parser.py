"""What can be typed."""

from __future__ import annotations

import argparse
import os
from importlib import import_module
from typing import TYPE_CHECKING

from briefing import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    Subcommands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse has no public name for it

DAY = "YYYY-MM-DD, today, yesterday or a weekday (the latest, today included), in each audience's zone"

SHADOWING = frozenset({"import", "list"})  # commands whose names are Python's own: their functions end in _


def parser() -> argparse.ArgumentParser:
    """Give the parser of all commands."""
    top = argparse.ArgumentParser(
        prog="briefing",
        description="A dated briefing from your feeds: key developments and open questions, held to their sources.",
        epilog="Begin with `briefing demo` (no network needed), or `briefing init` and `briefing build`.",
    )
    top.add_argument("--version", action="version", version=f"briefing {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for add in (
        _init,
        _check,
        _feeds,
        _templates,
        _preview,
        _demo,
        _collect,
        _build,
        _verify,
        _why,
        _editions,
        _questions,
        _status,
        _run,
        _brief,
        _stories,
        _vet,
        _schema,
        _doctor,
    ):  # fmt: skip - in the order of a first day
        add(commands)
    return top


def _command(commands: Subcommands, name: str, room: str, help_: str, *, example: str) -> argparse.ArgumentParser:
    command = commands.add_parser(
        name,
        help=help_,
        description=f"{help_[0].upper()}{help_[1:]}.",
        epilog=f"example: {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument(
        "--config",
        metavar="FILE",
        default=os.environ.get("BRIEFING_CONFIG") or "feeds.yaml",
        help="default: feeds.yaml here, or $BRIEFING_CONFIG",
    )
    command.add_argument("--debug", action="store_true", help="show a traceback where something fails")
    command.add_argument("--quiet", action="store_true", help="no progress")
    command.add_argument("--json", action="store_true", help="facts as JSON")
    command.set_defaults(run=_late(room, name))
    return command


def _late(room: str, name: str) -> Callable[[argparse.Namespace], int]:
    """Import a command's room when it is run."""

    def run(asked: argparse.Namespace) -> int:
        module = import_module(f"briefing.cli.{room}")
        command: Callable[[argparse.Namespace], int] = getattr(module, f"{name}_" if name in SHADOWING else name)
        return command(asked)

    return run


def _init(commands: Subcommands) -> None:
    command = _command(
        commands,
        "init",
        "workspace",
        "make a new workspace: feeds.yaml, templates/, out/; nothing is overwritten",
        example="briefing init ~/briefing",
    )
    command.add_argument("folder", nargs="?", default=".", metavar="DIR")


def _check(commands: Subcommands) -> None:
    command = _command(
        commands,
        "check",
        "workspace",
        "validate feeds.yaml and every template that is used",
        example="briefing check --online",
    )
    command.add_argument(
        "--online", action="store_true", help="also ask each feed and each language model; nothing is kept or sent"
    )


def _feeds(commands: Subcommands) -> None:
    feeds = commands.add_parser(
        "feeds",
        help="bring feeds in, find, list and remove them; OPML both ways",
        description="Change the feeds of feeds.yaml; its comments, its order and every other line stay as they are.",
        epilog="example: briefing feeds add https://www.example.org/",
    )
    does = feeds.add_subparsers(title="commands", metavar="COMMAND", required=True)
    example = "briefing feeds import subscriptions.opml"
    command = _command(
        does, "import", "feeds", "add the feeds that an OPML lists and feeds.yaml does not", example=example
    )
    command.add_argument("file", metavar="FILE", help="an OPML of version 1.0 or 2.0, or - for standard input")
    command.add_argument(
        "--with-secrets", action="store_true", help="take addresses that hold ${NAME}, as in your own export"
    )
    _command(does, "export", "feeds", "print the feeds as OPML 2.0", example="briefing feeds export > feeds.opml")
    example = "briefing feeds add www.example.org --section World"
    command = _command(does, "add", "feeds", "find the feed behind an address, and add it", example=example)
    command.add_argument("url", metavar="URL", help="the address of a feed, or of a page that has one")
    command.add_argument("--name", metavar="N", default="", help="printed beside its reports; default: its own title")
    command.add_argument("--section", metavar="S", default="", help="the section that its stories stand in")
    command.add_argument("--id", metavar="ID", default="", help="keeps its history over a new address")
    _command(does, "list", "feeds", "list the feeds: id, name, section, address", example="briefing feeds list --json")
    example = "briefing feeds remove www.example.org-feed"
    command = _command(does, "remove", "feeds", "remove feeds; what was heard of them stays archived", example=example)
    command.add_argument("names", metavar="ID|URL", nargs="+", help="or a name that no two feeds have")


def _templates(commands: Subcommands) -> None:
    templates = commands.add_parser(
        "templates",
        help="where templates come from, a start for your own, and what yours change",
        description="Look at an audience's templates, and begin your own.",
        epilog="example: briefing templates new morning",
    )
    does = templates.add_subparsers(title="commands", metavar="COMMAND", required=True)
    example = "briefing templates list --audience morning"
    command = _command(does, "list", "templates", "say where each template of an audience comes from", example=example)
    command.add_argument("--audience", metavar="A", action="append", default=[])
    example = "briefing templates new morning"
    command = _command(does, "new", "templates", "write a commented start; nothing is overwritten", example=example)
    command.add_argument("name", metavar="AUDIENCE")
    command.add_argument("--look", metavar="L", default="", help="the shipped look that it begins with")
    example = "briefing templates diff"
    command = _command(does, "diff", "templates", "say what your templates change", example=example)
    command.add_argument("--audience", metavar="A", action="append", default=[])


def _preview(commands: Subcommands) -> None:
    command = _command(
        commands,
        "preview",
        "preview",
        "show an edition beside your editor, set anew as a template or feeds.yaml is saved",
        example="briefing preview --audience morning --date 2025-12-07",
    )
    command.add_argument("--audience", metavar="A", help="the one to begin with; default: the first")
    command.add_argument("--date", metavar="D", help=f"{DAY}; default: the newest edition's")
    command.add_argument("--port", metavar="N", type=int, default=8765, help="default: 8765; 0 takes any")


def _demo(commands: Subcommands) -> None:
    command = _command(
        commands,
        "demo",
        "making",
        "make the sample editions of 2025-12-04 to 2025-12-07, without a network",
        example="briefing demo --out out",
    )
    command.add_argument("--out", metavar="DIR", default="out")


def _collect(commands: Subcommands) -> None:
    _command(
        commands,
        "collect",
        "making",
        "hear every feed once and archive what is new",
        example="briefing collect --config ~/briefing/feeds.yaml",
    )


def _build(commands: Subcommands) -> None:
    command = _command(
        commands,
        "build",
        "making",
        "make the edition of a day: today's after collecting, a past one from what is archived",
        example="briefing build --date yesterday --audience morning",
    )
    days = command.add_mutually_exclusive_group()
    days.add_argument("--date", metavar="D", help=DAY)
    days.add_argument("--from", dest="first", metavar="D", help="first day of a range, with --to")
    command.add_argument("--to", dest="last", metavar="D", help="last day of a range")
    command.add_argument("--audience", metavar="A", action="append", default=[], help="default: all; may be repeated")
    command.add_argument("--as-of", metavar="T", help="with what was known then (ISO 8601, or `now`); goes beside")
    command.add_argument("--as-configured", action="store_true", help="with today's settings; goes beside")
    command.add_argument("--as-printed", action="store_true", help="with the templates of then")
    command.add_argument(
        "--format",
        metavar="F",
        action="append",
        default=[],
        choices=["json", "html", "pdf", "epub", "md", "mail", "text"],
        help="json, html, pdf, epub, md, mail or text; default: the audience's",
    )
    command.add_argument("--no-collect", action="store_true", help="do not listen first, and ask nobody anything")
    command.add_argument(
        "--ask-again", action="store_true", help="ask a language model again, also what it has answered"
    )
    command.add_argument("--out", metavar="DIR", help="default: out/ beside feeds.yaml")


def _verify(commands: Subcommands) -> None:
    command = _command(
        commands,
        "verify",
        "looking",
        "make an edition again from its record: 0 the same, 1 differs, 2 no such edition",
        example="briefing verify 2025-12-07 --config out/demo/feeds.yaml",
    )
    command.add_argument("days", metavar="D[..D]", help=DAY)
    command.add_argument("--audience", metavar="A", action="append", default=[])
    command.add_argument("--out", metavar="DIR", help="default: out/ beside feeds.yaml")


def _why(commands: Subcommands) -> None:
    command = _command(
        commands,
        "why",
        "why",
        "why something that was heard was printed where it was, or left out",
        example="briefing why ferry --config out/demo/feeds.yaml --date 2025-12-07",
    )
    command.add_argument("words", metavar="URL|WORDS", nargs="+", help="an address, or words that all stand in it")
    command.add_argument("--date", metavar="D", default="today", help=DAY)
    command.add_argument("--audience", metavar="A", action="append", default=[])


def _editions(commands: Subcommands) -> None:
    command = _command(commands, "editions", "looking", "list what was made", example="briefing editions --json")
    command.add_argument("--audience", metavar="A", action="append", default=[])


def _questions(commands: Subcommands) -> None:
    command = _command(
        commands,
        "questions",
        "questions",
        "list the questions that stand open, since when, and what was said of them since",
        example="briefing questions --config out/demo/feeds.yaml --date 2025-12-06",
    )
    command.add_argument("--date", metavar="D", help=f"as they stood in the edition of that day; {DAY}")
    command.add_argument("--audience", metavar="A", action="append", default=[], help="default: all; may be repeated")
    does = command.add_subparsers(title="commands", metavar="COMMAND")
    example = 'briefing questions close 3f09ab --because "The ministry says that it will never tell."'
    closing = _nested(does, "close", "close a question by hand: the next edition says so, and why", example=example)
    closing.add_argument("--because", metavar="TEXT", required=True, help="why: the next edition prints it")
    example = "briefing questions reopen 3f09ab"
    opening = _nested(does, "reopen", "open a question again that was closed, answered or faded", example=example)
    opening.add_argument("--because", metavar="TEXT", default="", help="why: it is recorded")


def _nested(commands: Subcommands, name: str, help_: str, *, example: str) -> argparse.ArgumentParser:
    """Add what can be done with one question; the options that its command has may stand on either side of the name."""
    given = argparse.SUPPRESS
    command = commands.add_parser(
        name,
        help=help_,
        description=f"{help_[0].upper()}{help_[1:]}.",
        epilog=f"example: {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("id", metavar="ID", help="its name in `briefing questions`, or the beginning of it")
    command.add_argument("--by", metavar="NAME", default="", help="who decides, printed with the reason")
    command.add_argument("--audience", metavar="A", action="append", default=given, help="default: all that have it")
    command.add_argument(
        "--config", metavar="FILE", default=given, help="default: feeds.yaml here, or $BRIEFING_CONFIG"
    )
    command.add_argument("--debug", action="store_true", default=given, help="show a traceback where something fails")
    command.add_argument("--quiet", action="store_true", default=given, help="no progress")
    command.add_argument("--json", action="store_true", default=given, help="facts as JSON")
    command.set_defaults(run=_late("questions", name))
    return command


def _status(commands: Subcommands) -> None:
    _command(
        commands,
        "status",
        "status",
        "say how each feed and each audience stands",
        example="briefing status --config ~/briefing/feeds.yaml",
    )


def _run(commands: Subcommands) -> None:
    command = _command(
        commands,
        "run",
        "making",
        "collect and build at each audience's hour, until stopped",
        example="briefing run --config ~/briefing/feeds.yaml",
    )
    command.add_argument("--out", metavar="DIR", help="default: out/ beside feeds.yaml")


def _brief(commands: Subcommands) -> None:
    command = _command(
        commands,
        "brief",
        "alone",
        "brief one article: a file, an address, or - for standard input",
        example="briefing brief page.html --json",
    )
    command.add_argument("page", nargs="?", default="-", metavar="FILE|URL|-")
    _lines(command, "answer each line of JSON on standard input with one", required=False)
    command.add_argument("--developments", metavar="N", type=_count, help="at most so many; default: three to five")
    command.add_argument("--words", metavar="W", type=_count, help="at most so many words of developments in sum")


def _stories(commands: Subcommands) -> None:
    command = _command(
        commands,
        "stories",
        "alone",
        "say of each line of JSON on standard input which story it belongs to",
        example="briefing stories --jsonl < reports.jsonl",
    )
    _lines(command, "lines of JSON: the only form", required=True)


def _vet(commands: Subcommands) -> None:
    command = _command(
        commands,
        "vet",
        "alone",
        "say of each line of JSON on standard input whether its text supports its claim",
        example="briefing vet --jsonl < claims.jsonl",
    )
    _lines(command, "lines of JSON: the only form", required=True)


def _lines(command: argparse.ArgumentParser, says: str, *, required: bool) -> None:
    command.add_argument("--jsonl", action="store_true", required=required, help=says)
    command.add_argument("--workers", metavar="PLACE", default="cores", help="here or cores; default: cores")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number above 0")
    return int(text)


def _schema(commands: Subcommands) -> None:
    command = _command(commands, "schema", "workspace", "print a JSON Schema", example="briefing schema config")
    command.add_argument("of", choices=["config", "edition"])


def _doctor(commands: Subcommands) -> None:
    _command(
        commands,
        "doctor",
        "doctor",
        "say what is installed, and what is missing and how to get it",
        example="briefing doctor",
    )
