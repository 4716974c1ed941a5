"""The commands that look back: making an edition again from its record, listing what was made."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from briefing import archive, config, newsroom
from briefing.cli.streams import say
from briefing.cli.telling import record_facts, record_line
from briefing.cli.terminal import audiences_of, day_of, facts, newsroom_of, range_of
from briefing.errors import UserError

if TYPE_CHECKING:
    import argparse
    import datetime as dt
    from collections.abc import Iterable

    from briefing.model import Audience, Record
    from briefing.newsroom import Newsroom, Verdict

EXITS = {"same": 0, "differs": 1, "missing": 2}
WORDS = {"differs": "differs", "missing": "no such edition"}


def verify(asked: argparse.Namespace) -> int:
    """Make editions again from their records."""
    with newsroom_of(asked, os.environ) as room:
        days = {of: _days(asked.days, of, room.clock()) for of in audiences_of(room.settings, asked.audience)}
        wishes = [(of, day) for of, (days_of, _) in days.items() for day in days_of]
        verdicts = []
        for done, (audience, day) in enumerate(wishes, start=1):
            verdicts.append(newsroom.verify(room, audience.name, day))
            room.say("verifying editions", done, len(wishes))
    if ".." in asked.days:  # in a range, a day without an edition is no mistake, unless there is none at all
        verdicts = [verdict for verdict in verdicts if verdict.outcome != "missing"] or verdicts
    if asked.json:
        facts([_facts(verdict) for verdict in verdicts])
    else:
        for verdict in verdicts:
            _tell(verdict)
    ahead = list(dict.fromkeys(said for _, said in days.values() if said))
    for said in ahead:
        say(said)
    return max(EXITS[verdict.outcome] for verdict in verdicts) or (UserError.exit_code if ahead else 0)


def editions(asked: argparse.Namespace) -> int:
    """List what was made."""
    with newsroom_of(asked, os.environ) as room:
        records = archive.editions(room.archive)
        _known(room, records, asked.audience)
    made = [record for record in records if not asked.audience or record.audience.name in asked.audience]
    if asked.json:
        facts([record_facts(record) for record in made])
        return 0
    for record in made:
        print(record_line(record))
    if not made:
        print("No edition was made yet: `briefing build` makes today's.")
    return 0


def _known(room: Newsroom, records: Iterable[Record], names: list[str]) -> None:
    """Refuse an audience that is neither in feeds.yaml nor in the archive, which outlives feeds.yaml."""
    known = dict.fromkeys([of.name for of in room.settings.audiences] + [record.audience.name for record in records])
    for name in names:
        if name not in known:
            hint = config.did_you_mean(name, known)
            raise UserError(f"audience '{name}': no such audience{hint}; there is: {', '.join(known)}")


def _days(text: str, audience: Audience, now: dt.datetime) -> tuple[tuple[dt.date, ...], str]:
    """Give the days of `D` or `D..D` as far as they have come, and what to say of those that have not."""
    first, dots, last = text.partition("..")
    begun = day_of(first, audience, now)
    if not dots:
        return (begun,), ""
    today = newsroom.today(audience, now)
    ended = day_of(last, audience, now, future=True)
    said = f"{ended} has not come yet where audience '{audience.name}' is: its editions up to {today} are told"
    return range_of(begun, min(ended, today)), said if ended > today else ""


def _tell(verdict: Verdict) -> None:
    print(f"{verdict.date} {verdict.audience}: {WORDS.get(verdict.outcome) or f'the same ({verdict.digest[:12]})'}")
    for why in verdict.why:
        print(f"    {why}")


def _facts(verdict: Verdict) -> dict[str, object]:
    return {
        "audience": verdict.audience,
        "date": verdict.date.isoformat(),
        "outcome": verdict.outcome,
        "why": list(verdict.why),
        "digest": verdict.digest,
    }
