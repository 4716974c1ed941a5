"""Making an edition again from its record, and holding it against what was made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefing import archive, desk, identity, press
from briefing.errors import TemplateError
from briefing.newsroom.asking import remembered
from briefing.newsroom.editing import remade
from briefing.newsroom.picturing import plates, remembered_pictures

if TYPE_CHECKING:
    import datetime as dt

    from briefing.model import Edition, Record
    from briefing.newsroom.house import Newsroom


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What came of making an edition again; `why` says what differs, each in a line."""

    audience: str
    date: dt.date
    outcome: Literal["same", "differs", "missing"]
    why: tuple[str, ...] = ()
    digest: str = ""


def verify(newsroom: Newsroom, audience: str, date: dt.date) -> Verdict:
    """Make one edition again: its data by the desk, its files by the press with the templates of then."""
    record = archive.latest(newsroom.archive, audience, date)
    if record is None:
        return Verdict(audience=audience, date=date, outcome="missing")
    snapshot = remade(newsroom, record)
    extent = record.edition.extent
    draft = desk.bind(
        desk.tell(snapshot, remembered(newsroom, record, snapshot)),
        extent.words if extent else None,
        version=record.version,
    )
    again = desk.illustrated(draft, remembered_pictures(newsroom, record, draft))
    why = _edition(record, again) or (*_prints(newsroom, record), *_files(newsroom, record))
    return Verdict(
        audience=audience, date=date, outcome="differs" if why else "same", why=tuple(why), digest=record.digest
    )


def _edition(record: Record, again: Edition) -> tuple[str, ...]:
    if identity.digest(again) == record.digest:
        return ()
    if again.colophon.method != record.method:
        return (f"the method of then was {record.method}, this is {again.colophon.method}: it would tell it otherwise",)
    missing = sorted(set(record.used) - set(again.colophon.used))
    if missing:
        return tuple(f"what it was made from is no longer in the archive: {digest}" for digest in missing)
    then, now = identity.plain(record.edition), identity.plain(again)
    assert isinstance(then, dict)
    assert isinstance(now, dict)
    return tuple(f"{name} differs" for name in sorted({*then, *now}) if then.get(name) != now.get(name))


def _prints(newsroom: Newsroom, record: Record) -> tuple[str, ...]:
    """Set the files again with the templates of then; another toolchain is a reason that is told."""
    found = []
    pictures = plates(newsroom, record.edition)
    latest = {made.format: made for made in archive.prints(newsroom.archive, record.digest)}
    for name, made in sorted(latest.items()):
        body = archive.templates(newsroom.archive, made.templates)
        if body is None:
            found.append(f"{name}: the templates of then are no longer in the archive")
            continue
        try:
            again = press.set_type(record.edition, press.load(body), [name], pictures=pictures)[name]
        except TemplateError as error:  # the press has grown stricter since
            found.append(f"{name}: the templates of then are refused now: {error}")
            continue
        if identity.digest_of_bytes(again) != made.digest:
            other = made.toolchain != press.fingerprint()
            found.append(f"{name}: other bytes" + (", set by other versions of the renderer" if other else ""))
    return tuple(found)


def _files(newsroom: Newsroom, record: Record) -> tuple[str, ...]:
    """Hold the files on disk, where they are, against what was printed."""
    prints = archive.prints(newsroom.archive, record.digest)
    folder = newsroom.out / record.date.isoformat() / record.beside
    found = []
    for name in sorted({made.format for made in prints}):
        path = folder / press.file_name(record.edition.audience, name)
        printed = {made.digest for made in prints if made.format == name}
        if path.is_file() and identity.digest_of_bytes(path.read_bytes()) not in printed:
            found.append(f"{path}: the file was changed after it was printed (`briefing build` writes it again)")
    return tuple(found)
