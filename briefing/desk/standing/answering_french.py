"""The same for French: a participle behind an auxiliary says that something was done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.standing.asked import way_of
from briefing.desk.standing.content import content, infinitive, shares
from briefing.desk.standing.cues import PARTICIPLE, PARTS
from briefing.desk.standing.matter import causes, contrary, upon
from briefing.desk.standing.whole import whole
from briefing.desk.text import folded

if TYPE_CHECKING:
    import datetime as dt

    from briefing.desk.standing.asked import Asked
    from briefing.desk.standing.content import Content


def french_answer(  # noqa: PLR0911 - one return a way of asking
    question: Asked, plain: str, said: Content, decision: re.Match[str] | None, named: frozenset[dt.date]
) -> bool:
    """Tell whether a French sentence has the kind of answer that a question asks for."""
    done = any(_french_done(question, plain, participle) for participle in PARTICIPLE.finditer(plain))
    if question.way == "whether":
        if decision and (
            decision["not"] in ("de ne pas", "contre")
            or decision["verb"].lower() in ("décidé", "choisi", "renoncé", "refusé", "accepté")
        ):
            subject = _french_subject(question)
            party = content(f"De {plain[: decision.start()]}", "fr").concepts
            what = re.match(r" ?[\w'’-]+", plain[decision.end("not") :])
            ends = decision.end("not") + (what.end() if what else 0)
            return bool(subject) and subject <= party and whole(question, plain, decision.start(), ends)
        return done
    if question.way == "when":
        return done and (
            bool(named)
            or re.search(r"(?i)\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b", plain) is not None
        )
    if question.way == "cause":
        return causes(question, plain)
    if question.way == "count":
        return done and bool(said.figures - question.about.figures)
    if question.way == "who":
        return done and bool(said.names - question.about.names)
    return False


def _french_done(question: Asked, plain: str, participle: re.Match[str]) -> bool:
    """Tell whether a French participle says that a question's verb, or its opposite, was done, by its subject and upon its object."""
    verb = participle[1]
    asked_ = [question.about.base(one) for one in sorted(question.about.concepts - question.about.names)]
    if not any(_one_verb(verb, word) or contrary(verb, word) for word in asked_):
        return False
    subject = _french_subject(question)
    if not subject <= content(f"De {plain[: participle.start()]}", "fr").concepts:
        return False
    own = frozenset(
        one
        for one in question.about.concepts
        if _one_verb(verb, question.about.base(one)) or contrary(verb, question.about.base(one))
    )
    if subject and not upon(question, subject | own, re.findall(PARTS, plain[participle.end() :])):
        return False
    return whole(question, plain, participle.start(), participle.end())


def _one_verb(participle: str, word: str) -> bool:
    return infinitive(participle.lower()) == word or shares(participle, word)


def _french_subject(question: Asked) -> frozenset[str]:
    """Give what stands before a French question's inverted verb, or behind « est-ce que »: whom it asks of."""
    plain = folded(question.text)
    front = (
        re.split(r"(?i)-(?:t-)?(?:il|elle|ils|elles|on)\b", plain)[0].rsplit(" ", 1)[0]
        if re.search(r"(?i)-(?:t-)?(?:il|elle|ils|elles|on)\b", plain)
        else ""
    )
    if not front:
        asked_ = re.sub(r"(?i)^est-ce qu(?:e |')", "", plain)
        verb = re.search(r"(?i) (?:\w{2,}(?:ra|ront)|a|ont|est|sont|va|vont)\b", asked_)
        front = (asked_[: verb.start()] if verb else " ".join(asked_.split()[:3])) if asked_ != plain else ""
    return content(f"De {front}", "fr").concepts if front and way_of(question.text, "fr") == "whether" else frozenset()
