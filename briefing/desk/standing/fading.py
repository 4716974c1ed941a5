"""How long a question is kept: while somebody speaks of it, while its day is to come, while there is room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from briefing.model import StandingQuestion

SILENT = 14  # days in which nobody speaks of a question, until it fades
GRACE = 4  # days after the day that it names, for which it waits at least
MOST = 40  # questions that an edition keeps open
REMEMBERED = 45  # days for which a settled question is known again
REMEMBERED_MOST = 200


def patience(question: StandingQuestion, date: dt.date) -> int:
    """Give the days for which a question may still be silent; below one, it fades."""
    spoken = question.spoken or question.first_asked
    silent = SILENT - (date - spoken).days
    if question.until is None:
        return silent
    if date <= question.until:
        return max(silent, GRACE)
    return GRACE - (date - max(spoken, question.until)).days  # its day is past: soon nobody asks it any more


def faded(question: StandingQuestion, date: dt.date) -> StandingQuestion:
    """Let a question fade of which nobody speaks any more."""
    if question.state != "standing" or patience(question, date) > 0:
        return question
    return replace(question, state="faded", settled=date)


def bounded(questions: Iterable[StandingQuestion], date: dt.date) -> tuple[StandingQuestion, ...]:
    """Keep so many questions open as a reader can follow; the rest fades. Answered ones first, then by what is freshest."""
    ordered = sorted(questions, key=_place)
    open_ = [one for one in ordered if one.state in ("new", "standing")]
    over = {one.id for one in open_[MOST:]}
    told = [replace(one, state="faded", settled=date) if one.id in over else one for one in ordered]
    return tuple(sorted(told, key=_place))


def _place(question: StandingQuestion) -> tuple[int, int, int, int, dt.date, str]:
    """Order questions: what was printed today before what was spoken of, and that of which more was said before the rest."""
    states = {"answered": 0, "new": 1, "standing": 1, "faded": 2}
    spoken = question.spoken or question.first_asked
    printed = question.printed or question.first_asked
    return (
        states[question.state],
        -spoken.toordinal(),
        -printed.toordinal(),
        -len(question.since),
        question.first_asked,
        question.id,
    )


def remembered(
    over: Sequence[StandingQuestion], before: Sequence[StandingQuestion], date: dt.date
) -> tuple[StandingQuestion, ...]:
    """Give the settled questions that the next editions must know again, the latest first."""
    young = {one.id: one for one in (*before, *over) if one.settled and (date - one.settled).days <= REMEMBERED}
    return tuple(sorted(young.values(), key=lambda one: (-_settled(one), one.id)))[:REMEMBERED_MOST]


def _settled(question: StandingQuestion) -> int:
    return question.settled.toordinal() if question.settled else 0
