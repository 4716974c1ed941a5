"""A newsroom that is open: its settings, its archive, its clock, and who answers for the sample outlets."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefing import config, sample
from briefing.archive import Archive

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from briefing.config import Settings
    from briefing.model import Audience

    Clock = Callable[[], dt.datetime]
    Say = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsroom:
    """What every piece of the day's work is given. `say` is told each step: what, how many are done, of how many."""

    settings: Settings
    archive: Archive
    clock: Clock
    environ: Mapping[str, str]
    out: Path
    hosts: Mapping[str, tuple[str, int]]
    say: Say


@contextmanager
def house(
    settings: Settings, *, clock: Clock, environ: Mapping[str, str], say: Say, out: Path | None = None
) -> Iterator[Newsroom]:
    """Open a newsroom; a sample workspace hears the sample outlets."""
    with ExitStack() as doors:
        hosts = doors.enter_context(sample.on_air(clock)) if settings.sample else {}
        archive = doors.enter_context(Archive(config.fill(settings.archive, environ)))
        yield Newsroom(
            settings=settings,
            archive=archive,
            clock=clock,
            environ=environ,
            out=out or settings.folder / "out",
            hosts=hosts,
            say=say,
        )


def today(audience: Audience, now: dt.datetime) -> dt.date:
    """Give the date of a moment where the audience is."""
    return now.astimezone(ZoneInfo(audience.timezone)).date()


def not_acted_on(settings: Settings) -> tuple[str, ...]:
    """Say what a feeds.yaml asks for that this version reads and does not act on: nobody should wait for it."""
    found = []
    for audience in settings.audiences:
        who = f"audience '{audience.name}'"
        found += [
            f"{who}: deliver: {channel.kind} is not sent to" for channel in settings.channels.get(audience.name, ())
        ]
        if audience.quiet != "send":
            found.append(f"{who}: quiet: {audience.quiet}: a quiet day's edition is made all the same")
        if audience.name in settings.alerts or audience.name in settings.heartbeats:
            found.append(f"{who}: alert and heartbeat are not called")
    if settings.workers not in ("here", "cores"):
        found.append(f"workers: {settings.workers} is not to be had")
    return tuple(f"{settings.path}: this version does not do that yet: {what}" for what in found)
