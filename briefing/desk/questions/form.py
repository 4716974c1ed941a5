"""The gate on form: what may be printed as a question, whoever made it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk import lexicon
from briefing.desk.questions import verbs
from briefing.desk.questions.naming import persons
from briefing.desk.questions.small_words import DETERMINERS
from briefing.desk.text import closed, folded, stems, words

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORTEST, LONGEST = 4, 24  # words of a question that stands alone
LONGEST_FRONT = 7  # words before the verb that is moved: "How many people in the town …"
WH = frozenset("who whom whose what which when where why how".split())
AUX = verbs.AUXILIARIES | frozenset(
    "am isn't aren't wasn't weren't won't can't doesn't don't didn't hasn't haven't hadn't shouldn't wouldn't couldn't".split()
)
LED = frozenset("in to at by for on from under with".split())
SUBJECTS = frozenset("he she they".split())
OBJECTS = frozenset("him them it".split())
POINTING = re.compile(
    r"(?i)\b(?:these|those|such|here|the latter|the former)\b|\bthis (?!week|weekend|month|year|summer|autumn|fall|winter|spring|season)\b|"
    r"\bthat(?= ?[?,])|^\w+ that (?:be|have|not|is|was|ever|really|make|mean|change|matter|help|work)\b|\bthat (?:kind|sort|type|point|time|much)\b|^what (?:exactly )?(?:is|was) (?:going on|happening)\b|\b(?:do|does|did|doing|done) (?:so|it|that)\b"
)
HANGING = re.compile(r"\w (?:whose|which|who|that)(?: [\w-]+){0,3} ?\?$")  # a clause that lost its verb
# What leans on what was said: "… by Anna Weld instead?", "the order to reopen?".
LEANING = re.compile(
    r"(?i)\b(?:instead|there|then|elsewhere|too|as well|either|though|however|anyway|therefore|à la place|non plus|ailleurs|là-bas) ?\?$|"
    r"\b(?:order|decision|plan|call|request|bid|move|push|effort|attempt|proposal|permission|vote|promise|pledge|deal|pressure)s? (?:not )?to \w+ ?\?$"
)
# A day that no month has: a slip that nobody should be asked about.
NO_DAY = re.compile(
    r"(?i)\b(?:(?:february|february|april|june|september|november) 31|february 30|3[2-9] (?:january|march|may|july|august|october|december)|(?:january|march|may|july|august|october|december) 3[2-9]|"
    r"31 (?:février|avril|juin|septembre|novembre)|30 février)\b"
)
# « Fermera-t-il l'usine ? »: whom the pronoun means, the question does not say.
PRONOUN_FIRST = re.compile(
    r"(?i)^(?!(?:faut|faudra|y a|reste|restera|s'agit|est|sera|existe)-)\w+-(?:t-)?(?:il|ils|elle|elles)\b"
)
FRENCH = re.compile(
    r"(?i)^(?:est-ce qu|qu'est-ce qu|qui |que |quel|quand |où |comment |pourquoi |combien |(?:à|de|par|pour|avec|sur|dans|en|jusqu'où|d'où) (?:qu|où)|"
    r"[^?]*?\w-(?:t-)?(?:il|ils|elle|elles|on|ce)\b)"
)


def well_formed(question: str, language: str) -> bool:  # noqa: PLR0911 - a gate is a row of checks
    """Tell whether a question stands alone: one mark, a form, no pronoun without a name, nobody addressed."""
    said, plain = words(question), folded(question)
    length = len(re.findall(r"\w+", plain)) if language == "fr" else len(said)
    if (
        not length >= SHORTEST
        or len(said) > LONGEST
        or plain.count("?") != 1
        or not plain.endswith("?")
        or not closed(question)
    ):
        return False
    if re.search(r"\. [A-Z][a-z]{2,} ", plain) and not re.search(
        r"\b(?:[A-Z]|[A-Z][a-z]{1,3}|[A-Z]\.[A-Z])\. [A-Z]", plain
    ):
        return False
    if re.search(r"(?i)\b(?:they|he|she|it|there)'(?:ve|d|ll|re|s)\b|\"\.|\.\"?\?", plain):
        return False
    if re.search(
        r"(?i)\b(?:alleged(?:ly)?|as stated|reportedly|so-called)\b|\b(?:Dr|Mr|Mrs|Ms|Gen|Gov|Sen|Rep|St|Lt|Col|Sgt|Prof|Rev|Capt|No)\?$",
        plain,
    ):
        return False  # whose word it is, a question cannot say; a sentence was cut at a title
    if LEANING.search(plain) or NO_DAY.search(plain) or re.search(r"https?:|www\.|[{}<>=|#@\\]|\.\.\.|…", plain):
        return False
    first = lexicon.FIRST_PERSON.get(language, lexicon.FIRST_PERSON["en"])
    if re.search(first, plain) or len(set(stems(question, language))) < 2:  # noqa: PLR2004 - somebody, and something
        return False
    dangling = lexicon.DANGLING.get(language, lexicon.DANGLING["en"]) - {
        "there",
        "some",
        "another",
        "one",
        "en",
        "y",
        "that",
    }
    if any(word in dangling for word in said[:3]):
        return False
    if language == "fr":
        return FRENCH.match(plain) is not None and PRONOUN_FIRST.match(plain) is None
    return language != "en" or _english(plain)


def _english(plain: str) -> bool:  # noqa: PLR0911 - likewise
    """Tell whether an English question is asked in its order, with one verb moved and no clause left over."""
    parts = tuple(part.strip(",;:\"'()“”") for part in plain.lower().rstrip("? ").split())
    if parts[0] in LED and len(parts) > 1 and parts[1] in WH:
        parts = parts[1:]
    if HANGING.search(plain) and not any(
        part in AUX or part in verbs.PAST or part in verbs.THIRD for part in parts[-4:]
    ):
        return False
    if (
        POINTING.search(plain)
        or "whether" in parts
        or parts[-1] in DETERMINERS | {"of", "and", "to", "or"}
        or (parts[0] == "what" and parts[-1] == "like" and parts[1] not in AUX)
    ):
        return False
    if parts[0] in AUX:
        return _subject_follows(parts) and not _dangles(parts, plain)
    if parts[0] not in WH:
        return False
    front = next((place for place, part in enumerate(parts[: LONGEST_FRONT + 1]) if part in AUX), None)
    asks_subject = parts[0] in ("who", "what", "which", "whose") or parts[:2] in (("how", "many"), ("how", "much"))
    if front is None and not (
        asks_subject and any(part in verbs.PAST or part in verbs.THIRD for part in parts[1:LONGEST_FRONT])
    ):
        return False
    if front is not None and not asks_subject and front > (2 if parts[0] == "how" else 1):
        return False
    return not _dangles(parts, plain)


def _subject_follows(parts: Sequence[str]) -> bool:
    second = parts[1]
    verb = (
        second in AUX
        or second in verbs.CERTAIN_PAST
        or second in ("be", "been", "not", "to", "by", "of", "from", "with")
    )
    return not verb


def _dangles(parts: Sequence[str], plain: str) -> bool:
    """Tell whether a pronoun has no name before it in the question."""
    asks = parts[0] in AUX
    for place, part in enumerate(parts):
        if part in OBJECTS:  # it cannot be the subject of its own clause whom it means
            return True
        if part in SUBJECTS:
            named = asks and place >= 3  # noqa: PLR2004 - "Will the company reopen it"
            if part in ("he", "she"):
                named = named and (
                    bool(persons(plain))
                    or re.search(r"\b(?:president|minister|man|woman|judge|king|pope|leader|mayor)\b", plain)
                    is not None
                )
            if not named:
                return True
        if part in ("his", "her", "their", "its") and place < (2 if asks else 3):
            return True
    return False
