"""What a later sentence does to a question: it answers it, says something new on it, or nothing.

What answers is a fact that a source reports in its own voice, or the decision of the party whom the question asks of.
A hedge, a forecast, a plan, a condition, what somebody else says, denies or is accused of, a writer's own view answer
nothing, and neither does what happened before the question was asked. "Answered" is said only where all of this is
sure; else the sentence is new on the question.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from briefing.desk.standing.answering import answers, asserted
from briefing.desk.standing.content import content, days_told
from briefing.desk.standing.cues import ASKS, BEFORE_IT
from briefing.desk.standing.deciding import DAY, decided, decision_of, speaks_of
from briefing.desk.standing.matter import keys, turned, until
from briefing.desk.standing.retelling import resolved, retold
from briefing.desk.text import folded

if TYPE_CHECKING:
    import datetime as dt

    from briefing.desk.standing.asked import Asked
    from briefing.desk.standing.content import Content

Verdict = Literal["answered", "new", "nothing"]
SPEAKS = 0.6  # of a question's concepts, that a sentence which speaks of it has; of three or fewer, all but a name
SPEAKS_APART = 0.75  # where the sentence is of another story
MANY = 6  # concepts of a question of which an answer may leave one unsaid, but for its names, its verb and its subject
LEAST = 2
TURNED = 1  # concepts of which a sentence may say the opposite
FEW = 3  # concepts of a question of which a sentence must have all but the names


def verdict(
    question: Asked, text: str, language: str, *, published: dt.date | None, since: dt.date, of_story: bool
) -> Verdict:
    """Say what a sentence does to a question first asked on the day `since`; `of_story` where its report is of the same story."""
    told = _verdict(question, text, language, published=published, since=since, of_story=of_story)
    if told == "answered" or question.language != language:
        return told
    readings = (*tuple(retold(question, text))[1:], resolved(question, text, published))
    for reading in readings:
        if (
            reading
            and _verdict(
                question,
                reading,
                language,
                published=published,
                since=since,
                of_story=of_story,
                to_come=reading is readings[-1],
            )
            == "answered"
        ):
            return "answered"
    return told


def _verdict(  # noqa: PLR0911 - a gate is a row of checks
    question: Asked,
    text: str,
    language: str,
    *,
    published: dt.date | None,
    since: dt.date,
    of_story: bool,
    to_come: bool = False,
) -> Verdict:
    said = content(text, language)
    decision = decision_of(question.text) if language == question.language == "en" else None
    spoken = speaks(question, said, of_story=of_story) or (
        decision is not None and speaks_of(decision, said, of_story=of_story)
    )
    if not spoken or _asks(text):
        return "nothing"
    named = days_told(text, published, language)
    if named and max(named) < since and not question.days & named:
        return "nothing"
    if BEFORE_IT.search(folded(text)):
        return "nothing"
    if re.search(r"\b(?:19|20)\d\d\b", text) and not _names_year(text, since.year):
        return "nothing"  # of another year
    if question.days and named and not question.days & named and not to_come:
        return "new"
    if decision is not None:
        sure = asserted(question, DAY.sub("", folded(text))) and decided(
            decision, folded(text), published=published, of_story=of_story
        )
        return "answered" if sure else "new"
    if question.language != language or not _covers(question, said):
        return "new"
    return "answered" if answers(question, folded(text), said, named) else "new"


def speaks(question: Asked, said: Content, *, of_story: bool) -> bool:
    """Tell whether a sentence speaks of what a question asks."""
    about = question.about
    if not of_story and not (about.names & said.concepts):
        return False
    shared = about.concepts & said.concepts
    if len(shared) + TURNED < (SPEAKS if of_story else SPEAKS_APART) * len(about.concepts):
        return False
    shared |= turned(about, said)
    if about.names and of_story and not shared & (about.names | keys(question)):
        return False
    if len(about.concepts) <= FEW and about.concepts - shared - about.names:
        return False
    return len(shared) >= LEAST and len(shared) >= (SPEAKS if of_story else SPEAKS_APART) * len(about.concepts)


def _covers(question: Asked, said: Content) -> bool:
    """Tell whether a sentence has nearly all of a question: each of its names, and its verb or the opposite of that."""
    about = question.about
    left = about.concepts - said.concepts - until(question)
    missing = left - turned(about, said)
    if question.way in ("count", "cause"):
        missing -= keys(question) if question.verbs else frozenset()
    return not missing & (about.names | question.subject) and len(missing) <= len(about.concepts) // MANY


def _asks(text: str) -> bool:
    """Tell whether a sentence only asks, or says again that it is not known."""
    plain = folded(text)
    return plain.rstrip("\"'”’») ").endswith("?") or ASKS.search(plain) is not None


def _names_year(text: str, year: int) -> bool:
    return any(int(found) >= year for found in re.findall(r"\b((?:19|20)\d\d)\b", text))
