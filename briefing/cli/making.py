"""The commands that hear and make."""

from __future__ import annotations

import os
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import archive, newsroom, press
from briefing.cli.streams import say
from briefing.cli.telling import facts_of, nothing, nothing_facts, round_line, stories, tell, tell_boxes, tell_mistakes
from briefing.cli.terminal import (
    audiences_of,
    day_of,
    facts,
    moment_of,
    newsroom_of,
    progress,
    range_of,
    settings_of,
)
from briefing.errors import BriefingError, PressError, UserError

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from briefing.model import Audience, Record
    from briefing.newsroom import Made, Newsroom, NothingHeard, Printed, Round, Work
    from briefing.press import Templates

INCOMPLETE = 3
AT_ONCE = 8  # editions that are made one after the other and then printed side by side


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One edition that was asked for."""

    audience: Audience
    day: dt.date
    as_of: dt.datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """An edition that was made and is to be printed."""

    made: Made
    work: Work


def demo(asked: argparse.Namespace) -> int:
    """Make the sample editions."""
    out = Path(asked.out)
    if aside := newsroom.set_aside(out):
        say(f"{out / 'demo'} holds a workspace of yours: it is kept, and is {aside} now")
    with progress(quiet=asked.quiet) as step:
        made = newsroom.demo(out, environ=os.environ, say=step)
    told = [tell_mistakes(edition, files) for edition, files in made]
    if asked.json:
        facts([facts_of(edition, files) for edition, files in made])
        return UserError.exit_code if any(told) else 0
    for edition, files in made:
        tell(edition, files)
    print(
        f"\nThe workspace that made them is {out / 'demo'}. Try: "
        f"briefing verify 2025-12-07 --config {out / 'demo' / 'feeds.yaml'}"
    )
    return UserError.exit_code if any(told) else 0


def collect(asked: argparse.Namespace) -> int:
    """Hear every feed once."""
    with newsroom_of(asked, os.environ) as room:
        heard = newsroom.collect(room)
    if asked.json:
        facts({name: getattr(heard, name) for name in heard.__dataclass_fields__})
    else:
        print(round_line(heard))
    return _after_round(heard)


def build(asked: argparse.Namespace) -> int:
    """Make editions, each of the audiences and days that were asked for; one that fails keeps no other from coming."""
    if (asked.first is None) != (asked.last is None):
        raise UserError("--from and --to go together: --from 2025-12-01 --to 2025-12-07")
    with newsroom_of(asked, os.environ) as room:
        now = room.clock()
        chosen = audiences_of(room.settings, asked.audience)
        wishes = [wish for audience in chosen for wish in _wishes(asked, audience, now)]
        current = any(wish.day == newsroom.today(wish.audience, now) for wish in wishes)
        listen = current and not asked.no_collect and asked.as_of is None
        heard = newsroom.collect(room) if listen else None
        bench = Bench()
        for start in range(0, len(wishes), AT_ONCE):
            bench.take(room, asked, wishes[start : start + AT_ONCE])
            if len(wishes) > 1:
                room.say("making editions", min(start + AT_ONCE, len(wishes)), len(wishes))
    if asked.json:
        facts(bench.told)
    return bench.exit_code or _after_build(asked, _after_round(heard), empty=bench.empty, missing=bench.missing)


def run(asked: argparse.Namespace) -> int:
    """Collect and build on schedule until stopped."""
    settings = settings_of(asked, os.environ)
    for line in newsroom.not_acted_on(settings):
        say(line)
    if settings.sample:
        raise UserError("a sample workspace lives on one day of 2025: `run` has nothing to wait for there")
    from briefing import daemon  # noqa: PLC0415 - APScheduler is needed for this command alone

    with newsroom_of(asked, os.environ) as room:
        daemon.run(room, debug=asked.debug)
    return 0


class Bench:
    """Where `build` makes editions: what is to be told of them, and how they came out."""

    def __init__(self) -> None:
        self.told: list[dict[str, object]] = []
        self.exit_code = 0
        self.empty = self.missing = 0
        self._said: set[str] = set()

    def take(self, room: Newsroom, asked: argparse.Namespace, wishes: list[Wish]) -> None:
        """Make some editions, print them side by side, and tell of each in its turn as soon as it is there."""
        made: list[Sheets | NothingHeard | BriefingError] = []
        with newsroom.alone(room):
            try:
                for wish in wishes:
                    made.append(_attempt(room, asked, wish))  # noqa: PERF401 - what was made before a fault is printed
            except Exception:
                self._come_out(room, asked, list(zip(wishes, made, strict=False)))
                raise
            self._come_out(room, asked, list(zip(wishes, made, strict=True)))

    def _come_out(
        self, room: Newsroom, asked: argparse.Namespace, made: list[tuple[Wish, Sheets | NothingHeard | BriefingError]]
    ) -> None:
        """Print what was made."""
        files = newsroom.print_editions(room, [one.work for _, one in made if isinstance(one, Sheets)])
        for wish, one in made:
            come = next(files) if isinstance(one, Sheets) else one
            if isinstance(come, BriefingError):
                self._fail(come, wish, debug=asked.debug)
            elif isinstance(one, Sheets) and isinstance(come, tuple):
                self._made(one.made, come, json=asked.json)
            elif isinstance(come, newsroom.NothingHeard):
                self._nothing(come, json=asked.json)

    def _nothing(self, made: NothingHeard, *, json: bool) -> None:
        self.missing += 1
        self.told.append(nothing_facts(made))
        if not json:
            print(nothing(made), flush=True)

    def _made(self, made: Made, files: tuple[Printed, ...], *, json: bool) -> None:
        if tell_mistakes(made, files):
            self._worse(UserError.exit_code)
        tell_boxes(made, files)
        self.empty += not stories(made.edition)
        self.told.append(facts_of(made, files))
        if not json:
            tell(made, files)

    def _fail(self, error: BriefingError, wish: Wish, *, debug: bool) -> None:
        self._worse(error.exit_code)
        told = {"date": wish.day.isoformat(), "audience": wish.audience.name, "status": "failed", "error": str(error)}
        self.told.append(dict(told))
        if debug:
            traceback.print_exception(error)
        elif str(error) not in self._said:
            say(str(error))
        self._said.add(str(error))

    def _worse(self, code: int) -> None:
        """Keep the worst: a failure of the world or ours (1) before a mistake of the user's (2)."""
        self.exit_code = min(self.exit_code or code, code)


def _attempt(room: Newsroom, asked: argparse.Namespace, wish: Wish) -> Sheets | NothingHeard | BriefingError:
    """Make an edition, or say what of its own keeps it from being made."""
    try:
        return _make(room, asked, wish)
    except (PressError, UserError) as error:
        return error


def _make(room: Newsroom, asked: argparse.Namespace, wish: Wish) -> Sheets | NothingHeard:
    ask = newsroom.Ask(
        audience=wish.audience,
        date=wish.day,
        as_of=wish.as_of,
        as_configured=asked.as_configured,
        listen=not asked.no_collect,
        ask_again=asked.ask_again,
    )
    made = newsroom.make(room, ask)
    if isinstance(made, newsroom.NothingHeard):
        return made
    templates = _templates(room, made.record, wish.audience, then=asked.as_printed)
    formats = tuple(asked.format) or made.record.audience.formats
    return Sheets(made=made, work=newsroom.Work(record=made.record, templates=templates, formats=formats))


def _templates(room: Newsroom, record: Record, audience: Audience, *, then: bool) -> Templates:
    if not then:
        return newsroom.templates_of(room, audience)
    prints = archive.prints(room.archive, record.digest)
    body = archive.templates(room.archive, prints[-1].templates) if prints else None
    if body is None:
        raise UserError(f"{record.date} {audience.name}: it was never printed, so there are no templates of then")
    return press.load(body)


def _wishes(asked: argparse.Namespace, audience: Audience, now: dt.datetime) -> list[Wish]:
    as_of = None if asked.as_of is None else moment_of(asked.as_of, audience, now)
    if asked.first is None:
        days: tuple[dt.date, ...] = (day_of("today" if asked.date is None else asked.date, audience, now),)
    else:
        days = range_of(day_of(asked.first, audience, now), day_of(asked.last, audience, now))
    return [Wish(audience=audience, day=day, as_of=as_of) for day in days]


def _after_round(heard: Round | None) -> int:
    if heard is None or heard.heard or not heard.asked:
        return 0
    if all("private network" in cause for _, cause in heard.silences):
        say(
            "No feed could be heard: all of them live in a private network, which `fetch: {allow_private: true}` allows."
        )
        return INCOMPLETE
    say(
        "No feed could be heard. Is there a network, or a proxy to set (HTTPS_PROXY)? `briefing check --online` asks "
        "each feed; `make demo` (or `briefing demo`) shows an edition without a network."
    )
    return INCOMPLETE


def _after_build(asked: argparse.Namespace, code: int, *, empty: int, missing: int) -> int:
    """Say why an edition may have no story; of a day without an edition all was said."""
    if empty and not code:
        say(
            "An edition without a story was made: `briefing check --online` asks each feed, and `sections`, "
            f"`include` and `max_age` in {asked.config} say what is kept."
        )
    return INCOMPLETE if code or empty or missing else 0
