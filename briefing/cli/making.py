"""The commands that hear, make and make again."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefing import archive, newsroom, press
from briefing.cli.terminal import audiences_of, day_of, facts, moment_of, newsroom_of, progress, settings_of
from briefing.errors import UserError
from briefing.newsroom.printing import not_made

if TYPE_CHECKING:
    import argparse

    from briefing.model import Audience, Edition, Record
    from briefing.newsroom import Made, Newsroom, NothingHeard, Printed, Round
    from briefing.press import Templates

INCOMPLETE = 3


def demo(asked: argparse.Namespace) -> int:
    """Make the sample editions."""
    out = Path(asked.out)
    with progress(quiet=asked.quiet) as say:
        made = newsroom.demo(out, environ=os.environ, say=say)
    if asked.json:
        facts([_facts(edition, files) for edition, files in made])
        return 0
    for edition, files in made:
        _tell(edition, files)
    print(
        f"\nThe workspace that made them is {out / 'demo'}. Try: "
        f"briefing verify 2025-12-07 --config {out / 'demo' / 'feeds.yaml'}"
    )
    return 0


def collect(asked: argparse.Namespace) -> int:
    """Hear every feed once."""
    with newsroom_of(asked, os.environ) as room:
        heard = newsroom.collect(room)
    if asked.json:
        facts({name: getattr(heard, name) for name in heard.__dataclass_fields__})
    else:
        print(_round(heard))
    return _after_round(heard)


def build(asked: argparse.Namespace) -> int:
    """Make editions, each of the audiences and days that were asked for."""
    if bool(asked.first) != bool(asked.last):
        raise UserError("--from and --to go together: --from 2025-12-01 --to 2025-12-07")
    with newsroom_of(asked, os.environ) as room:
        chosen = audiences_of(room.settings, asked.audience)
        wishes = [(audience, day) for audience in chosen for day in _days(asked, audience, room.clock())]
        now = room.clock()
        listen = not (asked.no_collect or asked.as_of) and any(day == newsroom.today(of, now) for of, day in wishes)
        heard = newsroom.collect(room) if listen else None
        results = [_make(room, asked, audience, day, listen=listen) for audience, day in wishes]
    if asked.json:
        facts([_facts(*result) if isinstance(result, tuple) else _nothing_facts(result) for result in results])
    else:
        for result in results:
            _tell(*result) if isinstance(result, tuple) else print(_nothing(result))
    return _after_build(asked, heard, results)


def verify(asked: argparse.Namespace) -> int:
    """Make editions again from their records."""
    with newsroom_of(asked, os.environ) as room:
        first, _, last = asked.days.partition("..")
        chosen = audiences_of(room.settings, asked.audience)
        now = room.clock()
        wishes = [
            (audience, day)
            for audience in chosen
            for day in _range(day_of(first, audience, now), day_of(last or first, audience, now))
        ]
        verdicts = [newsroom.verify(room, audience.name, day) for audience, day in wishes]
    if last:  # in a range, a day without an edition is no mistake, unless there is none at all
        verdicts = [verdict for verdict in verdicts if verdict.outcome != "missing"] or verdicts
    if asked.json:
        facts(
            [
                {
                    "audience": of.audience,
                    "date": of.date.isoformat(),
                    "outcome": of.outcome,
                    "why": list(of.why),
                    "digest": of.digest,
                }
                for of in verdicts
            ]
        )
    else:
        for of in verdicts:
            print(
                f"{of.date} {of.audience}: "
                + {"same": f"the same ({of.digest[:12]})", "differs": "differs", "missing": "no such edition"}[
                    of.outcome
                ]
            )
            for why in of.why:
                print(f"    {why}")
    return max({"same": 0, "differs": 1, "missing": 2}[of.outcome] for of in verdicts)


def editions(asked: argparse.Namespace) -> int:
    """List what was made."""
    with newsroom_of(asked, os.environ) as room:
        made = [
            record
            for record in archive.editions(room.archive)
            if not asked.audience or record.audience.name in asked.audience
        ]
    if asked.json:
        facts([_record_facts(record) for record in made])
        return 0
    for record in made:
        print(
            f"{record.date}  {record.audience.name:<16}  {_what(record):<28}  {_stories(record.edition):>3} stories  "
            f"closed {_local(record.window.closed, record.audience)}  {record.digest[:12]}"
        )
    if not made:
        print("No edition was made yet: `briefing build` makes today's.")
    return 0


def run(asked: argparse.Namespace) -> int:
    """Collect and build on schedule until stopped."""
    settings = settings_of(asked, os.environ)
    print("".join(f"{line}\n" for line in newsroom.not_acted_on(settings)), end="", file=sys.stderr)
    if settings.sample:
        raise UserError("a sample workspace lives on one day of 2025: `run` has nothing to wait for there")
    from briefing import daemon  # noqa: PLC0415 - APScheduler is needed for this command alone

    with newsroom_of(asked, os.environ) as room:
        daemon.run(room)
    return 0


def _make(
    room: Newsroom, asked: argparse.Namespace, audience: Audience, day: dt.date, *, listen: bool
) -> tuple[Made, tuple[Printed, ...]] | NothingHeard:
    as_of = moment_of(asked.as_of, audience, room.clock()) if asked.as_of else None
    made = newsroom.make(
        room,
        newsroom.Ask(
            audience=audience,
            date=day,
            as_of=as_of,
            as_configured=asked.as_configured,
            listen=listen or not asked.no_collect,
        ),
    )
    if isinstance(made, newsroom.NothingHeard):
        return made
    templates = _templates(room, made.record, audience, then=asked.as_printed)
    formats = tuple(asked.format) or made.record.audience.formats
    for name in not_made(formats):
        print(f"{audience.name}: format {name} is not made by this version", file=sys.stderr)
    return made, newsroom.print_edition(room, newsroom.Work(record=made.record, templates=templates, formats=formats))


def _templates(room: Newsroom, record: Record, audience: Audience, *, then: bool) -> Templates:
    if not then:
        return newsroom.templates_of(room, audience)
    prints = archive.prints(room.archive, record.digest)
    body = archive.templates(room.archive, prints[-1].templates) if prints else None
    if body is None:
        raise UserError(f"{record.date} {audience.name}: it was never printed, so there are no templates of then")
    return press.load(body)


def _days(asked: argparse.Namespace, audience: Audience, now: dt.datetime) -> tuple[dt.date, ...]:
    if asked.first:
        return _range(day_of(asked.first, audience, now), day_of(asked.last, audience, now))
    return (day_of(asked.date or "today", audience, now),)


def _range(first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    if last < first:
        raise UserError(f"{first} comes after {last}: name the earlier day first")
    return tuple(first + dt.timedelta(days=n) for n in range((last - first).days + 1))


def _after_round(heard: Round | None) -> int:
    if heard is None or heard.heard or not heard.feeds:
        return 0
    print(
        "No feed could be heard. Is there a network, or a proxy to set (HTTPS_PROXY)? `briefing check --online` asks "
        "each feed; `make demo` (or `briefing demo`) shows an edition without a network.",
        file=sys.stderr,
    )
    return INCOMPLETE


def _after_build(
    asked: argparse.Namespace, heard: Round | None, results: list[tuple[Made, tuple[Printed, ...]] | NothingHeard]
) -> int:
    code = _after_round(heard)
    empty = [made for made in results if not isinstance(made, tuple) or not _stories(made[0].edition)]
    if empty and not code:
        print(
            "An edition without a story was made: `briefing check --online` asks each feed, and `sections`, "
            f"`include` and `max_age` in {asked.config} say what is kept.",
            file=sys.stderr,
        )
    return INCOMPLETE if code or empty else 0


def _tell(made: Made, files: tuple[Printed, ...]) -> None:
    edition = made.edition
    status = "proof" if edition.status == "proof" else "from its record" if made.again else "edition"
    print(
        f"{edition.date} {edition.audience}: {status}, {_stories(edition)} stories, "
        f"{len(edition.silences)} feeds not heard"
    )
    for file in files:
        print(f"    {file.path}{'' if file.changed else '  (as it was)'}")


def _facts(made: Made, files: tuple[Printed, ...]) -> dict[str, object]:
    return _record_facts(made.record) | {
        "again": made.again,
        "files": [{"path": str(file.path), "changed": file.changed} for file in files],
    }


def _record_facts(record: Record) -> dict[str, object]:
    return {
        "date": record.date.isoformat(),
        "audience": record.audience.name,
        "status": record.status,
        "beside": record.beside,
        "digest": record.digest,
        "opened": record.window.opened.isoformat(),
        "closed": record.window.closed.isoformat(),
        "as_of": record.as_of.isoformat(),
        "made": record.made.isoformat(),
        "stories": _stories(record.edition),
        "silences": len(record.edition.silences),
    }


def _nothing(day: NothingHeard) -> str:
    where = f" The nearest day that has something is {day.nearest}." if day.nearest else " Nothing was heard yet."
    return f"{day.date} {day.audience}: nothing is known of that day, and no edition was made.{where}"


def _nothing_facts(day: NothingHeard) -> dict[str, object]:
    nearest = day.nearest.isoformat() if day.nearest else None
    return {"date": day.date.isoformat(), "audience": day.audience, "status": "nothing", "nearest": nearest}


def _stories(edition: Edition) -> int:
    return sum(len(section.stories) for section in edition.sections)


def _what(record: Record) -> str:
    return record.beside or record.status


def _local(moment: dt.datetime, audience: Audience) -> str:
    return f"{moment.astimezone(ZoneInfo(audience.timezone)):%Y-%m-%d %H:%M}"


def _round(heard: Round) -> str:
    return (
        f"heard {heard.heard} of {heard.feeds} feeds: {heard.entries} new entries, {heard.pages} articles read, "
        f"{heard.without_text} without a page"
    )
