"""The whole line over the sample outlets, without a network: four days heard, an edition printed of each."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefing import config, sample, schedule
from briefing.errors import PressError
from briefing.newsroom.collecting import collect
from briefing.newsroom.editing import Ask, Made, make
from briefing.newsroom.house import house
from briefing.newsroom.printing import Work, print_edition, templates_of, write

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from briefing.newsroom.house import Newsroom, Say
    from briefing.newsroom.printing import Printed

LEAD = dt.timedelta(minutes=5)  # the sample outlets are heard so long before an edition closes

DATABASE = ("briefing.db", "briefing.db-wal", "briefing.db-shm")


def demo(out: Path, *, environ: Mapping[str, str], say: Say) -> tuple[tuple[Made, tuple[Printed, ...]], ...]:
    """Make the sample editions below `out`, and the workspace that made them in `out/demo`, afresh."""
    path = _workspace(out / "demo")
    settings = config.load(path, environ)
    moment = [sample.NOW]
    with house(settings, clock=lambda: moment[0], environ=environ, say=say, out=out) as newsroom:
        return tuple(made for day in sample.DAYS for made in _day(newsroom, day, moment))


def _day(newsroom: Newsroom, day: dt.date, moment: list[dt.datetime]) -> Iterator[tuple[Made, tuple[Printed, ...]]]:
    for audience in newsroom.settings.audiences:
        closed = schedule.closing(schedule.parse(audience.schedule), day, ZoneInfo(audience.timezone))
        moment[0] = closed - LEAD
        collect(newsroom)
        moment[0] = closed
        made = make(newsroom, Ask(audience=audience, date=day, by_hand=False))
        assert isinstance(made, Made)
        work = Work(record=made.record, templates=templates_of(newsroom, audience), formats=audience.formats)
        yield made, print_edition(newsroom, work)


def set_aside(out: Path) -> Path | None:
    """Move a workspace that is not the sample out of the way, whole; say where it is now, or None if there is none."""
    folder = out / "demo"
    path, text = folder / sample.WORKSPACE, sample.workspace().encode()
    with _readable(folder):
        ours = path.is_file() and path.read_bytes() == text
        if ours or not any((folder / name).exists() for name in (sample.WORKSPACE, *DATABASE)):
            return None
        free = next(place for n in count(1) if not (place := out / f"demo.yours-{n}").exists())
        folder.rename(free)
    return free


def _workspace(folder: Path) -> Path:
    """Write the sample workspace; the archive of an earlier run is begun anew, whatever is the user's is kept."""
    set_aside(folder.parent)
    with _readable(folder):
        for name in DATABASE:
            (folder / name).unlink(missing_ok=True)
    path = folder / sample.WORKSPACE
    write(path, sample.workspace().encode())
    return path


@contextmanager
def _readable(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise PressError(f"{folder}: {error.strerror or error}: choose another folder with --out") from error
