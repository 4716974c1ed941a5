"""Is all there that a morning needs? Each part of the line is tried once, as the line uses it."""

from __future__ import annotations

import platform
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from briefing import press, sample, wire
from briefing.archive import Archive
from briefing.cli.terminal import facts
from briefing.errors import BriefingError, PressError, WireError
from briefing.model import Feed

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

LIBRARIES = (
    "pycurl",
    "alembic",
    "apscheduler",
    "babel",
    "feedparser",
    "jinja2",
    "lxml",
    "lxml-html-clean",
    "pydantic",
    "sqlalchemy",
    "trafilatura",
    "weasyprint",
    "zstandard",
)
FEED = b"<rss version='2.0'><channel><title>A</title><item><title>B</title><guid>1</guid></item></channel></rss>"
PAGE = ("atlas-wire.example", "/article/karsova-orlava-toll-minister-20251207.html")
AGAIN = "install briefing again (`pip install briefing`, or `make clean demo` in a clone)"


def doctor(asked: argparse.Namespace) -> int:
    """Say what is installed and what is missing."""
    found = {"briefing": version("briefing"), "Python": platform.python_version()}
    problems = []
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            problems.append(f"{name}: is not installed: {AGAIN}")
    for what, tried in TRIALS.items():
        try:
            found |= tried()
        except BriefingError as error:
            problems.append(str(error))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is to be told, and the rest is tried, too
            problems.append(f"{what}: {type(error).__name__}: {error}: {AGAIN}")
    if asked.json:
        facts({"installed": found, "missing": problems})
    else:
        print("\n".join(f"{name:<24} {value}" for name, value in found.items()))
        print("\n".join(problems) if problems else "nothing is missing")
    return 1 if problems else 0


def _feeds() -> dict[str, str]:
    wire.parse_feed(FEED, url="", content_type="", feed=Feed(id="doctor", url="", name=""))
    return {}


def _articles() -> dict[str, str]:
    host, path = PAGE
    body, kind = sample.answer(host, path, sample.DAYS[-1]) or (b"", "")
    if wire.readable(body, url=f"https://{host}{path}", content_type=kind) is None:
        raise WireError(f"reading articles: nothing was found on a page of the sample: {AGAIN}")
    return {}


def _pages() -> dict[str, str]:
    if mistakes := press.check_templates(press.gather([]), "en"):
        raise PressError(f"setting pages: the shipped templates are damaged: {mistakes[0]}: {AGAIN}")
    return {}


def _archive() -> dict[str, str]:
    with Archive("sqlite://"):
        return {}


def _schedule() -> dict[str, str]:
    import_module("briefing.daemon")
    return {}


TRIALS: dict[str, Callable[[], dict[str, str]]] = {
    "reading feeds (feedparser)": _feeds,
    "reading articles (trafilatura)": _articles,
    "setting pages (Jinja2)": _pages,
    "printing (WeasyPrint)": press.toolchain,
    "the archive (SQLAlchemy)": _archive,
    "the scheduler (APScheduler)": _schedule,
}
