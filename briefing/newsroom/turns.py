"""Whose turn it is: when a feed is asked next. Pure; it is told the time, and its chance comes from the feed's name.

A feed is asked about four times between two of its entries, at most every half hour and at least once a day; a failing
one less and less often. What its server says goes before all of that. A person's own `collect` or `build`, and the round
before an edition closes, ask everybody whom no server forbids.
"""

from __future__ import annotations

import datetime as dt
import itertools
import statistics
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing import identity
from briefing.model import Pace, Turn, Validators

if TYPE_CHECKING:
    from briefing.archive import FeedState
    from briefing.model import Hearing

SOONEST, LATEST = dt.timedelta(minutes=30), dt.timedelta(days=1)
TURNS = 4  # between two entries
INERTIA = 4  # hearings that a rhythm is slow to change by
RECENT = 12  # entries whose distances make the rhythm
REST = 8 * 24  # hours that are looked through for one in which a feed does not rest: every day of a week
QUIET, UNKNOWN = dt.timedelta(days=7), dt.timedelta(days=45)  # without anything new; where no rhythm is known
UNUSUAL = 6  # rhythms without anything new
DOUBT = dt.timedelta(days=8)  # without anything new, after which a server's "not modified" is not taken for granted
SPREAD = 0.2  # that a turn is moved by, up or down, so that not everybody is asked at once


def turn(hearing: Hearing, state: FeedState | None) -> Turn:
    """Give a feed's next turn after a hearing."""
    at = hearing.at
    pace = hearing.pace or (state.turn.pace if state else Pace())
    known, newest = state.turn.rhythm if state else 0, newest_of(hearing, state)
    if hearing.outcome == "silent":
        failures = (state.failures if state else 0) + 1
        wait = min(LATEST, SOONEST * 2 ** min(failures - 1, 10))
        rhythm = known
    else:
        rhythm = rhythm_of(hearing, state)
        still = (at - newest).total_seconds() / TURNS if newest else 0.0
        wait = min(LATEST, max(SOONEST, dt.timedelta(seconds=max(rhythm, still) / TURNS)))
        wait = max(wait, min(LATEST, dt.timedelta(seconds=pace.seconds)))
    due = at + wait * (1 + SPREAD * _chance(hearing.feed, at))
    return Turn(
        due=max(_after_rest(pace, due), hearing.not_before or due),
        not_before=hearing.not_before,
        rhythm=rhythm,
        pace=pace,
        newest=newest,
        quiet=newest if newest and at - newest > _too_long(rhythm) else None,
        retired=hearing.gone,
    )


def newest_of(hearing: Hearing, state: FeedState | None) -> dt.datetime | None:
    """Say when a feed last had something new to say: by its entries' own dates, as far as they are past."""
    dates = [version.published for version in hearing.versions if version.published]
    known = state.turn.newest if state else None
    if hearing.versions:
        said = min(max(dates), hearing.at) if dates else hearing.at
        return max(said, known) if known else said
    return known


def rhythm_of(hearing: Hearing, state: FeedState | None) -> int:
    """Give the usual time between two of a feed's newest entries, in seconds; 0 where their dates do not tell.

    A hearing brings only what is new: once a rhythm is known, each new entry's distance moves it a little.
    """
    known, newest = (state.turn.rhythm, state.turn.newest) if state else (0, None)
    dates = sorted({version.published for version in hearing.versions if version.published}, reverse=True)[:RECENT]
    gaps = [(later - earlier).total_seconds() for later, earlier in itertools.pairwise(dates)]
    if not known or not newest:
        return int(statistics.median(gaps)) if gaps else known
    later = [date for date in dates if date > newest]
    if not later:
        return known
    gap = (max(later) - newest).total_seconds() / len(later)
    return int(((INERTIA - 1) * known + gap) / INERTIA)


def allowed(state: FeedState | None, now: dt.datetime) -> bool:
    """Tell whether anybody may ask a feed now: it is not gone, and its server has not asked to be left alone."""
    if state is None:
        return True
    return not state.turn.retired and (state.turn.not_before is None or state.turn.not_before <= now)


def due(state: FeedState | None, now: dt.datetime) -> bool:
    """Tell whether it is a feed's turn."""
    return state is None or (allowed(state, now) and state.turn.due <= now)


def validators(state: FeedState | None, now: dt.datetime) -> Validators:
    """Say what to ask a feed with: once in eight days without news in full, for a server may say 304 for ever."""
    if state is None:
        return Validators()
    newest, heard = state.turn.newest, state.heard
    if newest and heard and (now - newest) // DOUBT > (heard - newest) // DOUBT:
        return replace(state.validators, etag="", modified="")
    return state.validators


def _too_long(rhythm: int) -> dt.timedelta:
    """Say how long a feed of this rhythm may have nothing new before a reader is told."""
    return max(QUIET, UNUSUAL * dt.timedelta(seconds=rhythm)) if rhythm else UNKNOWN


def _after_rest(pace: Pace, moment: dt.datetime) -> dt.datetime:
    """Move a turn out of the hours and days in which a feed says that it rests."""
    if pace == Pace():
        return moment
    for hours in range(REST):
        later = moment + dt.timedelta(hours=hours)
        if later.hour not in pace.hours and later.weekday() not in pace.days:
            return later
    return moment


def _chance(feed: str, at: dt.datetime) -> float:
    """Give a number between -1 and 1 that is another at every turn and for every feed, and the same when made again."""
    return int(identity.digest([feed, identity.moment(at)])[:8], 16) / 0x7FFF_FFFF - 1
