"""The questions that stand open: listing them, and closing one by hand."""

from __future__ import annotations

import os
import textwrap
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing import archive, config, identity
from briefing.cli.telling import counted
from briefing.cli.terminal import audiences_of, day_of, facts, newsroom_of
from briefing.errors import UserError
from briefing.model import Closing

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from briefing.model import Audience, Record, StandingQuestion
    from briefing.newsroom import Newsroom

OPEN = ("new", "standing")
UNSEEN = ("Cc", "Cf", "Co", "Cs", "Cn")  # Unicode's categories of characters that are not seen
NEAR = 4  # names that a mistaken one may have meant
WIDE = 100  # characters of a line of the list
INDENT = " " * 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The questions of an audience's edition, and what persons decided of them after it closed."""

    audience: Audience
    record: Record
    decided: dict[str, Closing]

    @property
    def open(self) -> list[StandingQuestion]:
        """Those that nobody has answered or closed."""
        return [one for one in self.record.edition.standing_questions if one.state in OPEN and not self._closed(one)]

    def _closed(self, question: StandingQuestion) -> bool:
        act = self.decided.get(question.id)
        return act is not None and not act.reopened


def questions(asked: argparse.Namespace) -> int:
    """List the questions of each audience's latest edition, or of a day's."""
    with newsroom_of(asked, os.environ) as room:
        found = [
            standing
            for audience in audiences_of(room.settings, asked.audience)
            if (standing := _standing(room, audience, asked.date))
        ]
    if asked.json:
        facts([one for standing in found for one in _facts(standing)])
        return 0
    for number, standing in enumerate(found):
        if number:
            print()
        for line in _lines(standing):
            print(line)
    if not found:
        print("No edition was made yet: `briefing build` makes today's, and its open questions stand from then on.")
    return 0


def close(asked: argparse.Namespace) -> int:
    """Close a question by hand; the next edition says so, and why."""
    because = _seen(asked.because)
    if not because:
        raise UserError("--because: say why the question is closed: the next edition prints it")
    return _decide(asked, because, reopened=False)


def reopen(asked: argparse.Namespace) -> int:
    """Take a closing back, or open again what was answered or faded."""
    return _decide(asked, _seen(asked.because), reopened=True)


def _seen(text: str) -> str:
    """Give a person's words without what turns, hides or controls text: an edition prints them."""
    plain = " ".join(text.split())
    return "".join(one for one in plain if unicodedata.category(one) not in UNSEEN).strip()


def _decide(asked: argparse.Namespace, because: str, *, reopened: bool) -> int:
    with newsroom_of(asked, os.environ) as room:
        standings = [
            standing
            for audience in audiences_of(room.settings, asked.audience)
            if (standing := _standing(room, audience, None))
        ]
        name = _named(asked.id, standings, reopened=reopened)
        kept = [one for one in standings if name in {question.id for question in _may(one, reopened=reopened)}]
        done = Closing(question=name, at=room.clock(), because=because, by=asked.by, reopened=reopened)
        for standing in kept:
            archive.close_question(room.archive, standing.audience.name, done)
    text = next(one.text for standing in kept for one in _may(standing, reopened=reopened) if one.id == name)
    names = [standing.audience.name for standing in kept]
    if asked.json:
        facts({"id": name, "text": text, "audiences": names, "because": because, "by": asked.by, "reopened": reopened})
        return 0
    print(f"{'open again' if reopened else 'closed'}: {text} ({name}), for {', '.join(names)}")
    print("The next edition says so; those that were made already stay as they are.")
    return 0


def _may(standing: Standing, *, reopened: bool) -> Sequence[StandingQuestion]:
    """Give the questions that may be closed, or opened again."""
    if not reopened:
        return standing.open
    edition, still = standing.record.edition, {one.id for one in standing.open}
    return [one for one in (*edition.standing_questions, *edition.settled) if one.id not in still]


def _named(text: str, standings: Sequence[Standing], *, reopened: bool) -> str:
    """Find the one question that an id, or the beginning of one, names. Raises UserError with near ones."""
    known = {one.id: one.text for standing in standings for one in _may(standing, reopened=reopened)}
    found = [name for name in known if name == text] or [
        name for name in known if text and name.startswith(text.lower())
    ]
    if len(found) == 1:
        return found[0]
    what = "closed question" if reopened else "open question"
    if found:
        raise UserError(f"'{text}' begins the names of {len(found)} questions: {_listed(found, known)}")
    if not known:
        raise UserError(f"'{text}': there is no {what} (`briefing questions` lists them)")
    hint = config.did_you_mean(text, known)
    near = sorted(known, key=lambda name: (-_alike(text, name), name))
    raise UserError(f"'{text}': no such {what}{hint}; there is: {_listed(near, known)}")


def _alike(left: str, right: str) -> int:
    return sum(1 for one, other in zip(left.lower(), right, strict=False) if one == other)


def _listed(names: Sequence[str], texts: dict[str, str]) -> str:
    more = f", and {len(names) - NEAR} more (`briefing questions`)" if len(names) > NEAR else ""
    return ", ".join(f"{name} ({textwrap.shorten(texts[name], 48, placeholder='…')})" for name in names[:NEAR]) + more


def _standing(room: Newsroom, audience: Audience, date: str | None) -> Standing | None:
    """Give the questions of an audience's latest edition, or of a day's. Raises UserError where that was not made."""
    if date is not None:
        day = day_of(date, audience, room.clock())
        record = archive.latest(room.archive, audience.name, day)
        if record is None:
            raise UserError(
                f"{day} {audience.name}: no such edition was made (`briefing editions` lists those that were)"
            )
    else:
        made = [one for one in archive.editions(room.archive, audience.name) if not one.beside]
        record = made[-1] if made else None
    if record is None:
        return None
    acts = archive.closings_since(room.archive, audience.name, record.window.closed) if date is None else ()
    return Standing(audience=audience, record=record, decided={act.question: act for act in acts})


def _lines(standing: Standing) -> Iterator[str]:
    told = standing.record.edition.standing_questions
    what = counted(len(standing.open), "open question")
    yield f"{standing.audience.name}, edition of {standing.record.date}: {what}"
    for one in told:
        yield ""
        mark = {"answered": "✓", "faded": "·"}.get(one.state, "□")
        first, *rest = textwrap.wrap(one.text, WIDE - len(INDENT), break_long_words=False) or [""]
        yield f"{mark} {one.id:<{len(INDENT) - 2}}{first}"
        for line in (*rest, *_about(one, standing)):
            yield f"{INDENT}{line}"


def _about(question: StandingQuestion, standing: Standing) -> Iterator[str]:
    """Say how a question stands: since when, in which story, what was said since, who closed it."""
    days = _days(question, standing)
    since = f"asked {question.first_asked}" + (f", open for {counted(days, 'day')}" if days else "")
    yield f"{_state(question, standing)}; {since}"
    if question.headline:
        yield f"in: {textwrap.shorten(question.headline, WIDE - len(INDENT) - 4, placeholder='…')}"
    for said in (*question.since[-1:], *((question.answer,) if question.answer else ())):
        source = question.sources[said.evidence[0].source].name
        whole = f"{said.date}, {source}: {said.text}"
        yield from textwrap.wrap(whole, WIDE - len(INDENT), break_long_words=False)
    act = standing.decided.get(question.id) or question.closing
    if act and not act.reopened:
        yield f"closed{f' by {act.by}' if act.by else ''} on {act.at:%Y-%m-%d}: {act.because}"


def _days(question: StandingQuestion, standing: Standing) -> int:
    return ((question.settled or standing.record.date) - question.first_asked).days


def _state(question: StandingQuestion, standing: Standing) -> str:
    act = standing.decided.get(question.id)
    if act is not None:
        return f"{'open again' if act.reopened else 'closed'} (the next edition says so)"
    return "closed by hand" if question.closing and question.state == "answered" else question.state


def _facts(standing: Standing) -> Iterator[dict[str, object]]:
    for one in standing.record.edition.standing_questions:
        plain = identity.plain(one, keep_empty=True)
        assert isinstance(plain, dict)
        act = standing.decided.get(one.id)
        yield {
            "audience": standing.audience.name,
            "date": standing.record.date.isoformat(),
            "days": _days(one, standing),
            **plain,
            "decided": identity.plain(act, keep_empty=True) if act else None,
        }
