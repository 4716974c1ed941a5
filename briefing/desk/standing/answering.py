"""Whether a sentence that has all of a question's matter asserts the answer: in which voice, of whom, upon what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.asserting import UNCHANGED
from briefing.desk.lexicon import ATTRIBUTION, JUDGEMENT
from briefing.desk.openness import HEDGED
from briefing.desk.questions import verbs
from briefing.desk.questions.small_words import DETERMINERS, PREPOSITIONS
from briefing.desk.standing.answering_french import french_answer
from briefing.desk.standing.content import base_of, content
from briefing.desk.standing.cues import (
    CONDITION,
    COUNT,
    DECIDES,
    FINDERS,
    FOUND,
    NEVER_SAID,
    OWN_WORDS,
    PARTS,
    PAST_NOT,
    PLACE,
    REFUSALS,
    UNSURE,
)
from briefing.desk.standing.matter import causes, keys, upon
from briefing.desk.standing.whole import FEIGNED, whole
from briefing.desk.text import folded, words
from briefing.desk.vet.opposites import opposite

if TYPE_CHECKING:
    import datetime as dt

    from briefing.desk.standing.asked import Asked
    from briefing.desk.standing.content import Content

MAY = re.compile(r"(?<=\b(?:in|on|by|of) )May\b|\bMay(?= \d)")  # the month is no hedge
SUBJECT = 0.5  # of the subject's concepts, before the verb of the answer


def answers(question: Asked, plain: str, said: Content, named: frozenset[dt.date]) -> bool:  # noqa: PLR0911 - a gate is a row of checks
    """Tell whether a sentence that says all of a question's matter asserts the answer."""
    language = question.language
    if language not in HEDGED or any(mark in plain for mark in '"“«') or CONDITION.search(plain):
        return False
    decision = DECIDES[language].search(plain)
    if decision and NEVER_SAID.search(plain):
        return False
    bare = plain[: decision.start("not")] + plain[decision.end("not") :] if decision else plain
    bare = MAY.sub("Mai", bare)
    negated = PAST_NOT.search(bare)
    if negated:  # what did not happen answers only where its day has come
        if not question.days or question.way != "whether":
            return False
        bare = PAST_NOT.sub("", bare)
    if HEDGED[language].search(bare) or UNSURE[language].search(_without(bare, question)):
        return False
    if re.search(JUDGEMENT[language], bare, re.IGNORECASE):
        return False
    if not own_voice(question, bare, language) or FEIGNED.search(_without(bare, question)):
        return False
    if language == "fr":
        return french_answer(question, plain, said, decision, named)
    return _answer(question, bare, said, decision, named=bool(named) or _dated(plain), negated=negated is not None)


def asserted(question: Asked, plain: str) -> bool:
    """Tell whether a sentence asserts in its source's own voice, or in that of who decides, without hedge or condition."""
    language = question.language
    return not (
        language not in HEDGED
        or any(mark in plain for mark in '"“«')
        or CONDITION.search(plain)
        or HEDGED[language].search(re.sub(r"\bnot (?=to\b)", "", plain))
        or UNSURE[language].search(_without(plain, question))
        or re.search(JUDGEMENT[language], plain, re.IGNORECASE)
        or not own_voice(question, plain, language)
    )


def _without(text: str, question: Asked) -> str:
    """Leave out of a text what the question itself says: its own "about 40 patients" is no doubt of the sentence."""
    asked_ = frozenset(words(question.text))
    return " ".join(word for word in text.split() if word.lower().strip(",.;") not in asked_)


def own_voice(question: Asked, text: str, language: str) -> bool:
    """Tell whether a source says it itself, or whoever decides it, or found it by inquiry."""
    if FINDERS.search(text):
        return True
    spoken = re.search(ATTRIBUTION[language], text, re.IGNORECASE)
    if spoken is None or base_of(spoken.group().lower()) in question.verbs:
        return True
    if not OWN_WORDS.search(text):
        return False
    # Who says it is whom the question asks of: "the council said that it had approved …".
    speaker = content(f"Of {text[: spoken.start()]}", language).concepts if spoken.start() > 0 else frozenset[str]()
    return (
        bool(question.subject)
        and question.subject <= speaker
        and re.search(
            r"(?i)\b(?:it|he|she|they|il|elle|ils|elles) (?:had|has|have|a|ont|avait|avaient)\b", text[spoken.end() :]
        )
        is not None
    )


def _dated(text: str) -> bool:
    return (
        re.search(
            r"(?i)\b(?:on|since) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:today|this morning|at \d|\d{1,2} [ap]\.?m)\b",
            text,
        )
        is not None
    )


def _answer(  # noqa: PLR0911 - one return a way of asking
    question: Asked, text: str, said: Content, decision: re.Match[str] | None, *, named: bool, negated: bool
) -> bool:
    """Tell whether an English sentence has the kind of answer that a question asks for."""
    new = said.names - question.about.names
    if question.way == "whether":
        if decision and decides(question, text, decision):
            return True
        return _done(question, text, base=negated)
    if question.way == "when":
        return named and _done(question, text)
    if question.way == "who":
        return (
            bool(new)
            and _done(question, text, named=True)
            and not re.search(r"(?i)\bbehind|responsib|guilty|kill|attack", question.text)
        )
    if question.way == "where":
        if not question.verbs:
            return bool(new) and FOUND.search(text) is not None and re.search(PLACE, text) is not None
        return bool(new) and _done(question, text) and re.search(PLACE, text) is not None
    if question.way == "count":
        return (
            COUNT.search(re.sub(r"\b(?:one|\d{4})\b", "", text)) is not None
            and bool(said.figures - question.about.figures)
            and (_done(question, text) or not question.verbs)
        )
    if question.way == "cause":
        return causes(question, text)
    return False


def decides(question: Asked, text: str, decision: re.Match[str]) -> bool:
    """Tell whether the party whom a question asks of decides what is asked."""
    party = content(f"Of {text[: decision.start()]}", question.language).concepts
    if not question.subject or len(question.subject & party) < len(question.subject):
        return False
    verb, how = decision["verb"].lower(), decision["not"].lower()
    if verb in REFUSALS and how != "to":
        return False
    if verb == "ruled" and how not in ("out", "against"):
        return False
    after = content(f"Of {text[decision.end('verb') :]}", question.language).concepts
    what = re.match(r"(?:not )?(?:to )?\W*[\w'-]+", text[decision.start("not") :])
    ends = decision.start("not") + (what.end() if what else 0)
    return bool(keys(question) & after) and whole(question, text, decision.start("verb"), ends)


def _done(question: Asked, text: str, *, base: bool = False, named: bool = False) -> bool:
    """Tell whether a sentence says in the past that a question's verb, or its opposite, was done by its subject."""
    found = list(re.finditer(PARTS, text))
    parts = [part.group() for part in found]
    low = [part.lower() for part in parts]
    for place, word in enumerate(low):
        opposed = any(opposite(verb, base_of(word)) for verb in question.verbs)
        if base_of(word) not in question.verbs and not opposed:
            continue
        previous = low[place - 1] if place else ""
        past = (
            word in verbs.PAST
            or word in UNCHANGED
            or (word in verbs.PARTICIPLES and previous in ("was", "were", "has", "have", "been"))
            or (base and word in verbs.BASES)
        )
        if not past or previous in DETERMINERS | PREPOSITIONS | {",", "to", "be", "being", "had", "not", ""}:
            continue
        passive = previous in ("was", "were", "been") or (
            place > 1 and low[place - 2] in ("was", "were", "been") and previous.endswith("ly")
        )
        if _in_its_place(question, parts, place, passive=passive, named=named) and whole(
            question, text, found[place].start(), found[place].end(), passive=passive
        ):
            return True
    return False


def _in_its_place(question: Asked, parts: list[str], place: int, *, passive: bool, named: bool) -> bool:
    """Tell whether a question's subject does in a sentence what it is asked to do, and has not only to do with it."""
    if not named and not _leads(question, parts[:place]) and question.passive == passive:
        return False
    before = content(f"Of {' '.join(parts[:place])}", question.language)
    after = content(f"Of {' '.join(parts[place + 1 :])}", question.language)
    if named:
        return not passive and bool(before.names - question.about.names)
    subject = question.subject
    if not subject:
        return True
    if not passive and not question.passive and not upon(question, subject | keys(question), parts[place + 1 :]):
        return False
    where = before if question.passive == passive else after
    if not question.passive and passive and "by" not in [part.lower() for part in parts[place + 1 :]]:
        where = before if len(question.about.concepts - subject) <= 1 else after
        return len(subject & where.concepts) >= len(subject) and len(question.about.concepts - subject) <= 1
    return (
        len(subject & where.concepts) >= max(1, SUBJECT * len(subject))
        and (subject & question.about.names) <= where.concepts
    )


def _leads(question: Asked, parts: list[str]) -> bool:
    """Tell whether a question's subject stands before the verb itself, and not in "rivals of the bank" or "the bank's rivals"."""
    for place, part in enumerate(parts):
        if content(f"Of {part}", question.language).concepts & question.subject:
            earlier = [one.lower() for one in parts[:place] if one.lower() not in DETERMINERS]
            owned = [one for one in parts[place:] if one.endswith(("'s", "s'")) and one not in folded(question.text)]
            if any(one in ("who", "which", "that", "whose") for one in (other.lower() for other in parts[place:])):
                return False  # what a clause about it says, it does not
            return not owned and (not earlier or earlier[-1] not in PREPOSITIONS)
    return not question.subject
