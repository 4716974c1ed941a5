"""What was made, told to a person in lines or to a program as facts."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefing import press
from briefing.cli.streams import say

if TYPE_CHECKING:
    import datetime as dt

    from briefing.model import Audience, Edition, Record
    from briefing.newsroom import Made, NothingHeard, Printed, Round


LISTED = 12  # feeds that are named one by one
SHOWN = 24  # characters that are shown of those that print as boxes


def tell(made: Made, files: tuple[Printed, ...]) -> None:
    """Print what came of one edition, its files below it."""
    edition = made.edition
    status = "proof" if edition.status == "proof" else "from its record" if made.again else "edition"
    print(
        f"{edition.date} {edition.audience}: {status}, {counted(stories(edition), 'story', 'stories')}, "
        f"{counted(len(edition.silences), 'feed')} not heard"
    )
    for file in files:
        print(f"    {file.path}{'' if file.changed else '  (as it was)'}", flush=True)


def tell_mistakes(made: Made, files: tuple[Printed, ...]) -> bool:
    """Say what is wrong with the templates that were not used for that reason; tell whether there was anything."""
    told = mistakes(files)
    if told:
        names = ", ".join(file.path.name for file in files if file.mistake)
        say("\n".join(told))
        say(f"{made.edition.date} {made.edition.audience}: {names}: set with the shipped templates instead")
    return bool(told)


def tell_boxes(made: Made, files: tuple[Printed, ...]) -> None:
    """Say which characters print as empty boxes, and what helps: once, when the pages are set."""
    if not any(file.changed and file.path.suffix in {".html", ".pdf"} for file in files):
        return
    if missing := press.missing_glyphs(made.edition):
        more = f" and {len(missing) - SHOWN} more" if len(missing) > SHOWN else ""
        remedy = press.remedy() or "no face that is installed has them"
        say(f"{made.edition.date} {made.edition.audience}: print as boxes: {' '.join(missing[:SHOWN])}{more}: {remedy}")


def mistakes(files: tuple[Printed, ...]) -> list[str]:
    """Give every mistake in templates once."""
    return list(dict.fromkeys(line for file in files for line in file.mistake.splitlines()))


def facts_of(made: Made, files: tuple[Printed, ...]) -> dict[str, object]:
    """Give the facts of an edition and its files."""
    return record_facts(made.record) | {
        "again": made.again,
        "files": [{"path": str(file.path), "changed": file.changed} for file in files],
        "mistakes": mistakes(files),
    }


def record_facts(record: Record) -> dict[str, object]:
    """Give the facts of a record."""
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
        "stories": stories(record.edition),
        "silences": len(record.edition.silences),
    }


def record_line(record: Record) -> str:
    """Say in one line what was made."""
    return (
        f"{record.date}  {record.audience.name:<16}  {_what(record):<28}  {counted(stories(record.edition), 'story', 'stories'):>11}  "
        f"closed {_local(record.window.closed, record.audience)}  {record.digest[:12]}"
    )


def nothing(day: NothingHeard) -> str:
    """Say that a day has nothing, and where to look instead."""
    where = f"The nearest day that has something is {day.nearest}." if day.nearest else "No day near it has anything."
    return f"{day.date} {day.audience}: nothing is known of that day, and no edition was made. {where}"


def nothing_facts(day: NothingHeard) -> dict[str, object]:
    """Give the facts of a day that has nothing."""
    nearest = day.nearest.isoformat() if day.nearest else None
    return {"date": day.date.isoformat(), "audience": day.audience, "status": "nothing", "nearest": nearest}


def counted(number: int, one: str, more: str = "") -> str:
    """Give a number with its noun."""
    return f"{number} {one if number == 1 else more or one + 's'}"


def stories(edition: Edition) -> int:
    """Count an edition's stories."""
    return sum(len(section.stories) for section in edition.sections)


def round_line(heard: Round) -> str:
    """Say what a round brought, and which feeds brought nothing and why."""
    listed = [f"    {feed}: {cause}" for feed, cause in heard.silences[:LISTED]]
    if len(heard.silences) > LISTED:
        listed.append(f"    … and {len(heard.silences) - LISTED} more: see `briefing status`")
    listed += [f"    {feed}: moved for good to {url}: write that in feeds.yaml" for feed, url in heard.moves[:LISTED]]
    return "\n".join((_round(heard), *listed))


def _round(heard: Round) -> str:
    waiting = heard.feeds - heard.asked
    later = f" ({waiting} not asked: gone, or their servers want to be left alone a while, see `briefing status`)"
    return (
        f"heard {heard.heard} of {heard.asked} feeds: {heard.entries} new entries, {heard.pages} articles read, "
        f"{heard.without_text} without a page{later if waiting else ''}"
    )


def _what(record: Record) -> str:
    return record.beside or record.status


def _local(moment: dt.datetime, audience: Audience) -> str:
    return f"{moment.astimezone(ZoneInfo(audience.timezone)):%Y-%m-%d %H:%M}"
