"""Why something that was heard stands where it does in an edition, or does not stand there."""

from __future__ import annotations

import itertools
import os
from typing import TYPE_CHECKING

from briefing import identity, newsroom
from briefing.cli.streams import say
from briefing.cli.terminal import audiences_of, day_of, facts, newsroom_of

if TYPE_CHECKING:
    import argparse

    from briefing.model import Reason
    from briefing.newsroom import Explained

INCOMPLETE = 3
MOST = 20  # entries that are told to a person: of more, somebody should ask more narrowly


def why(asked: argparse.Namespace) -> int:
    """Say what became of an address, or of everything that has these words."""
    words = " ".join(asked.words)
    with newsroom_of(asked, os.environ) as room:
        now = room.clock()
        found = [
            one
            for audience in audiences_of(room.settings, asked.audience)
            for one in newsroom.explain(room, words, audience, day_of(asked.date, audience, now))
        ]
    if asked.json:
        facts([identity.plain(one, keep_empty=True) for one in found])
    else:
        _tell([one for one in found if one.outcome != "no edition"])
    for one in found:
        if one.outcome == "no edition":
            say(
                f"{one.date} {one.audience}: no edition was made of that day: `briefing build --date {one.date}` makes it"
            )
    if not found:
        say(f"nothing that was heard around that day has all of: {words}")
    return 0 if any(one.outcome != "no edition" for one in found) else INCOMPLETE


def _tell(found: list[Explained]) -> None:
    told = [(entry, list(of)) for entry, of in itertools.groupby(sorted(found, key=_entry), key=_entry)]
    for (title, url, feed), editions in sorted(told, key=lambda pair: _order(pair[1][0]))[:MOST]:
        print(f"{title or '(no title)'} ({feed})")
        print(f"    {url or '(no address)'}")
        for one in editions:
            print(f"    {_line(one)}")
            for reason in filter(_weighs, one.reasons):
                print(f"        {reason.score:+7.2f}  {reason.name}: {reason.value}")
            if one.page:
                print(f"        its page: {one.page}")
    if len(told) > MOST:
        say(f"… and {len(told) - MOST} more (--json gives all)")


def _weighs(reason: Reason) -> bool:
    return reason.score != 0


def _entry(one: Explained) -> tuple[str, str, str]:
    return one.title, one.url, one.feed


def _order(one: Explained) -> tuple[bool, bool, int, str]:
    return one.outcome != "printed", one.outcome != "left out", one.place, one.title


def _line(one: Explained) -> str:
    when = f"{one.date} {one.audience}"
    if one.outcome == "printed":
        where = f"printed in {one.section}" if one.section else "printed"
        return f"{when}: {where}, place {one.place}, under “{one.story}”"
    if one.outcome == "left out":
        return f"{when}: left out: {one.why}"
    arrived = f" ({one.arrived:%Y-%m-%d %H:%M} UTC)" if one.arrived and one.outcome in ("earlier", "later") else ""
    return f"{when}: not in this edition: {one.why}{arrived}"
