"""The scheduler: it knows only when. APScheduler ticks; the days that are due are reckoned by `schedule`.

Every tick asks what is due since the last edition that the archive holds, so that a late start, a doubled tick or a
change of clocks neither loses a day nor makes one twice.
"""

from __future__ import annotations

import datetime as dt
import logging
import signal
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from apscheduler.schedulers.background import BackgroundScheduler

from briefing import archive, newsroom, schedule
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model import Audience
    from briefing.newsroom import Newsroom, Printed

TICK = 20  # seconds between two looks at the clock
RHYTHM = dt.timedelta(minutes=30)  # between two rounds
LEAD = dt.timedelta(minutes=10)  # that a round takes at most, before a deadline
PUNCTUAL = dt.timedelta(hours=1)  # later than this, an edition is caught up, not punctual

log = logging.getLogger("briefing")


@dataclass(slots=True, kw_only=True)
class Shift:
    """What the scheduler remembers between two ticks.

    The day after which each audience is due, the last round, and what went wrong last with each (told once, not at
    every tick).
    """

    since: dict[str, dt.date]
    round: dt.datetime | None = None
    troubles: dict[str, str] = field(default_factory=dict)


def run(room: Newsroom, *, debug: bool = False) -> None:
    """Tick until SIGTERM or SIGINT; what is being made then is finished first."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    speak(debug=debug)
    shift = Shift(since=first_days(room))
    ticker = BackgroundScheduler(timezone=dt.UTC)
    ticker.add_job(
        tick,
        "interval",
        seconds=TICK,
        args=[room, shift],
        next_run_time=room.clock(),
        coalesce=True,
        max_instances=1,
        misfire_grace_time=None,
    )
    ticker.start()
    for audience in room.settings.audiences:
        _, moment = schedule.following(schedule.parse(audience.schedule), ZoneInfo(audience.timezone), room.clock())
        log.info(
            "%s: next edition closes %s", audience.name, moment.astimezone(ZoneInfo(audience.timezone)).isoformat()
        )
    stop.wait()
    log.info("stopping: what is being made is finished first")
    ticker.shutdown(wait=True)


def speak(*, debug: bool = False) -> None:
    """Send our own log to standard error, and what APScheduler warns of; other libraries' steps are nobody's news."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    for logger, level in ((log, logging.DEBUG if debug else logging.INFO),
                          (logging.getLogger("apscheduler"), logging.WARNING)):  # fmt: skip
        logger.handlers = [handler]
        logger.setLevel(level)


def first_days(room: Newsroom) -> dict[str, dt.date]:
    """Say after which day each audience is due: its last edition's, or the day before its first appearance."""
    made: dict[str, dt.date] = {}
    for record in archive.editions(room.archive):
        if record.status == "edition" and not record.beside:
            made[record.audience.name] = max(record.date, made.get(record.audience.name, record.date))
    appeared = archive.appeared(room.archive, [audience.name for audience in room.settings.audiences], room.clock())
    return {
        audience.name: made.get(audience.name) or _before_next(audience, appeared[audience.name])
        for audience in room.settings.audiences
    }


def tick(room: Newsroom, shift: Shift) -> None:
    """Do what is due: a round, and the editions whose hour has come. One that fails keeps no other from coming."""
    if listening_due(room, shift.round, room.clock()):
        with _told_once(shift, "collecting"):
            closing = shift.round is None or closing_near(room, shift.round, room.clock())
            shift.round = room.clock()
            heard = newsroom.collect(room, until=_next_closing(room, shift.round), patient=not closing)
            log.info("heard %d of %d feeds that were asked, %d new entries", heard.heard, heard.asked, heard.entries)
    for audience in room.settings.audiences:
        with _told_once(shift, audience.name):
            _publish(room, shift, audience)


@contextmanager
def _told_once(shift: Shift, who: str) -> Iterator[None]:
    """Log what goes wrong when it begins, when it changes and when it ends; the next tick tries again."""
    try:
        yield
    except Exception as error:  # a fault of ours in one edition must not cost the others
        told = str(error) if isinstance(error, BriefingError) else f"{type(error).__name__}: {error}"
        if shift.troubles.get(who) != told:
            trace = log.isEnabledFor(logging.DEBUG)  # else one line, for a person
            log.exception("%s: %s (tried again until it is mended)", who, told, exc_info=trace)
        shift.troubles[who] = told
    else:
        if shift.troubles.pop(who, ""):
            log.info("%s: mended", who)


def listening_due(room: Newsroom, last: dt.datetime | None, now: dt.datetime) -> bool:
    """Tell whether to listen now: every half hour, and once early enough before each closing moment."""
    return last is None or now - last >= RHYTHM or closing_near(room, last, now)


def closing_near(room: Newsroom, last: dt.datetime, now: dt.datetime) -> bool:
    """Tell whether this is the last round before an edition closes: then everybody is asked, whose turn it is or not."""
    return any(last < early <= now for early in (_early(audience, now) for audience in room.settings.audiences))


def _publish(room: Newsroom, shift: Shift, audience: Audience) -> None:
    for day in due_days(audience, shift.since[audience.name], room.clock()):
        with newsroom.alone(room):
            made = newsroom.make(room, newsroom.Ask(audience=audience, date=day, by_hand=False))
            if isinstance(made, newsroom.Made):
                templates = newsroom.templates_of(room, audience)
                work = newsroom.Work(record=made.record, templates=templates, formats=audience.formats)
                _tell(audience, newsroom.print_edition(room, work))
        shift.since[audience.name] = day
    days = schedule.due(
        schedule.parse(audience.schedule), ZoneInfo(audience.timezone), shift.since[audience.name], room.clock()
    )
    if days:
        shift.since[audience.name] = days[-1]


def _tell(audience: Audience, files: tuple[Printed, ...]) -> None:
    for mistake in dict.fromkeys(line for file in files for line in file.mistake.splitlines()):
        log.error("%s: set with the shipped templates instead: %s", audience.name, mistake)
    for file in files:
        log.info("%s", file.path)


def due_days(audience: Audience, since: dt.date, now: dt.datetime) -> tuple[dt.date, ...]:
    """Give the days to make now: all that closed since the last edition, or what `catch_up` leaves of them."""
    cron, zone = schedule.parse(audience.schedule), ZoneInfo(audience.timezone)
    days = schedule.due(cron, zone, since, now)
    if audience.catch_up == "all":
        return days
    latest = days[-1:]
    late = bool(latest) and now - schedule.closing(cron, latest[0], zone) > PUNCTUAL
    return () if late and audience.catch_up == "none" else latest


def _before_next(audience: Audience, now: dt.datetime) -> dt.date:
    day, _ = schedule.following(schedule.parse(audience.schedule), ZoneInfo(audience.timezone), now)
    return day - dt.timedelta(days=1)


def _early(audience: Audience, now: dt.datetime) -> dt.datetime:
    """Give the moment at which the last round before the next closing begins."""
    _, closed = schedule.following(schedule.parse(audience.schedule), ZoneInfo(audience.timezone), now)
    return closed - dt.timedelta(seconds=audience.deadline) - LEAD


def _next_closing(room: Newsroom, now: dt.datetime) -> dt.datetime | None:
    """Give the moment at which collecting must end for the next edition, if one is near."""
    ends = [_early(audience, now) + LEAD for audience in room.settings.audiences]
    near = [end for end in ends if now < end <= now + RHYTHM]
    return min(near, default=None)
