"""Speaking to a person or to a program: progress on a terminal, one plain line a step elsewhere, facts as JSON."""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from briefing import config
from briefing.cli.streams import say
from briefing.errors import UserError
from briefing.newsroom import house

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Mapping

    from briefing.config import Settings
    from briefing.model import Audience
    from briefing.newsroom import Newsroom

    Say = Callable[[str, int, int], None]

EARLIEST = dt.date(1970, 1, 1)  # before which no feed was ever heard; calendars run out at year 1
REFRESH = 0.1  # seconds between two drawings of the bars
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def settings_of(asked: argparse.Namespace, environ: Mapping[str, str]) -> Settings:
    """Read the feeds.yaml that a command was given."""
    return config.load(Path(asked.config), environ)


def clock_of(settings: Settings) -> Callable[[], dt.datetime]:
    """Give the clock: the machine's, or the sample workspace's standing one."""
    if settings.sample:
        from briefing import sample  # noqa: PLC0415 - only where a workspace asks for it

        return lambda: sample.NOW
    return lambda: dt.datetime.now(dt.UTC)


@contextmanager
def newsroom_of(asked: argparse.Namespace, environ: Mapping[str, str]) -> Iterator[Newsroom]:
    """Open the newsroom that a command works in."""
    settings = settings_of(asked, environ)
    out = Path(asked.out) if getattr(asked, "out", None) else None
    with (
        progress(quiet=asked.quiet) as say,
        house(settings, clock=clock_of(settings), environ=environ, say=say, out=out) as newsroom,
    ):
        yield newsroom


@contextmanager
def progress(*, quiet: bool) -> Iterator[Say]:
    """Show long work: a bar on a terminal, a line for each step that ends elsewhere, on standard error."""
    if quiet:
        yield lambda _what, _done, _total: None
    elif sys.stderr.isatty():
        with _bars() as say:
            yield say
    else:
        yield _line


@contextmanager
def _bars() -> Iterator[Say]:
    from rich.console import Console  # noqa: PLC0415 - costs time that a pipe need not spend
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415 - likewise

    columns = (TextColumn("{task.description}"), BarColumn(bar_width=28), MofNCompleteColumn())
    shared = sys.stdout.isatty()  # what is printed meanwhile stands above the bars, but goes where it was sent to
    # No thread of rich's own draws the bars: workers fork from a process that has none.
    drawn = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=shared, auto_refresh=False)
    with drawn as bars:
        tasks: dict[str, Any] = {}
        last = 0.0

        def say(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=total)
            bars.update(tasks[what], completed=done, total=total)
            nonlocal last
            if done >= total or time.monotonic() - last >= REFRESH:
                last = time.monotonic()
                bars.refresh()

        yield say


def _line(what: str, done: int, total: int) -> None:
    if done >= total:
        say(f"{what}: {done} of {total}" if total > 1 else what)


def facts(value: object) -> None:
    """Print facts as JSON; an output that cannot take every character gets them escaped, and loses none."""
    whole = "utf" in (sys.stdout.encoding or "").lower()
    print(json.dumps(value, ensure_ascii=not whole, indent=1))


def audiences_of(settings: Settings, names: list[str]) -> tuple[Audience, ...]:
    """Choose audiences by name; all where none is named."""
    known = {audience.name: audience for audience in settings.audiences}
    for name in names:
        if name not in known:
            hint = config.did_you_mean(name, known)
            raise UserError(
                f"audience '{name}': no such audience in {settings.path}{hint}; there is: {', '.join(known)}"
            )
    return tuple(known[name] for name in names) if names else settings.audiences


def day_of(text: str, audience: Audience, now: dt.datetime, *, future: bool = False) -> dt.date:
    """Read a day as this audience's zone has it; a future one is a mistake, where not even a range may end there."""
    today = now.astimezone(ZoneInfo(audience.timezone)).date()
    word = text.lower()
    if word in ("today", "yesterday"):
        return today - dt.timedelta(days=word == "yesterday")
    if word in WEEKDAYS:
        return today - dt.timedelta(days=(today.weekday() - WEEKDAYS.index(word)) % 7)
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        raise UserError(f"'{text}' is no day: write YYYY-MM-DD, today, yesterday or a weekday") from None
    if day > today and not future:
        raise UserError(f"{day} has not come yet where audience '{audience.name}' is (there it is {today})")
    if day < EARLIEST:
        raise UserError(f"{day} is too long ago: the first day that can be asked for is {EARLIEST}")
    return day


def range_of(first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """Give all days from the first to the last."""
    if last < first:
        raise UserError(f"{first} comes after {last}: name the earlier day first")
    return tuple(first + dt.timedelta(days=n) for n in range((last - first).days + 1))


def moment_of(text: str, audience: Audience, now: dt.datetime) -> dt.datetime:
    """Read a moment: ISO 8601, in the audience's zone where it names none, or `now`."""
    if text.lower() == "now":
        return now
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        raise UserError(f"'{text}' is no moment: write 2025-12-07T06:00, with an offset if you like, or now") from None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(audience.timezone))
    if moment > now:
        raise UserError(f"'{text}' has not come yet: nothing can be known of it")
    if moment.date() <= EARLIEST:
        raise UserError(f"'{text}' is too long ago: nothing was heard before {EARLIEST}")
    return moment
