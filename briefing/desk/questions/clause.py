"""Turning "whether the dam was inspected" into "Was the dam inspected?".

English only, and only where the verb that moves, or its base form, is certain: whatever is not stays in its source's
own sentence. A word that may be a noun's plural or a participle ("the bed covers", "the fire started by vandals") is
no certain verb but where its place leaves no doubt.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from briefing.desk.questions import verbs
from briefing.desk.questions.finite import finite_base
from briefing.desk.questions.referring import meant
from briefing.desk.questions.small_words import (
    ADVERBS,
    CONTRACTED,
    DETERMINERS,
    IN_THE_WAY,
    MEASURES,
    OTHER_STARTS,
    PREPOSITIONS,
    PRONOUNS,
    number,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_SUBJECT = 10  # words: a longer one may hold a clause of its own
# What ends the clause that is asked: another clause, a second question, who said it.
END = re.compile(
    r"(?i)(?:,? (?:and|or|nor|but) (?:to (?=[a-z])|whether|if|why|when|where|how|what|who|that|it|he|she|they|said|says|there|was|were|is|are|would|will|had)\b|, (?:and|but|or|nor|"
    r"which|who|whose|said|says|according|although|though|while|if|the|he|she|they|it|as|with|because|after|since|when|where|even|"
    r"including|given|following|despite|amid|adding|saying|leaving|making|so|not)\b|[;:] | [–—_-] |—|--| \(|"
    r", [^,]{2,60} (?:said|says|told|added|wrote|warned|reported|reports)\b|,? (?:as well as|because|even though|although|given that|"
    r"in order to|so that|while)\b)"
)


def trimmed(clause: str) -> list[str]:
    """Give the words of a clause up to where another begins, with typewriter apostrophes; none where a list is cut."""
    plain = clause.replace("’", "'").strip().rstrip(" .!…")
    plain = END.split(plain, maxsplit=1)[0].strip(" ,")
    head, comma, tail = plain.partition(", ")
    if comma and re.match(r"[^,]{1,40}(?:,| and | or )", tail):
        return []  # "A, B and C": cut, it would say something else
    return head.split() if comma else plain.split()


def turned(interrogative: str, clause: str, *, party: str = "", future: bool = False) -> str:  # noqa: PLR0911 - one return a form of clause
    """Make a question of an interrogative ("whether", "why") and the clause behind it; "" where none is certain.

    `party` is who may stand for a leading pronoun ("Acme has not said whether it will appeal"); `future` tells that
    what depends on it is to come ("much hangs on how the president reacts").
    """
    parts = trimmed(clause)
    kind = interrogative.lower()
    if parts[:2] == ["or", "not"]:
        parts = parts[2:]
    if parts and parts[0].lower() in PRONOUNS:
        whose = meant(parts[0], party, parts[1:])
        if not whose or (parts[1:2] == ["is"] and future):
            return ""
        parts = [*whose.split(), *parts[1:]]
    if len(parts) < 2:  # noqa: PLR2004 - somebody, and what of it
        return ""
    if kind in ("whether", "if"):
        if parts[0] == "to":
            base = parts[1].lower()
            sure = bool(party) and base in verbs.BASES | {"be"} and _plain(parts[2:])
            return _capital(" ".join(["will", *party.split(), *parts[1:]])) + "?" if sure else ""
        return _capital(_inverted([], parts, future=future))
    front, rest = _front(kind, parts)
    if not front or not rest:
        return ""
    if _begins_with_verb(rest) and (kind in ("who", "what", "which", "whose") or len(front) > 2):  # noqa: PLR2004 - "how many people"
        return _capital(_direct(front, rest))
    return _capital(_inverted(front, rest, future=future))


def _front(kind: str, parts: list[str]) -> tuple[list[str], list[str]]:
    """Part what moves along with the interrogative, "how many people", "which side", from the clause behind it."""
    first = parts[0].lower()
    if first == "else":
        return [kind, "else"], parts[1:]
    if kind == "how" and first in ("many", "much", "few"):
        length = 1 + _noun_phrase(parts[1:])
        return [kind, *parts[:length]], parts[length:]
    if kind == "how" and first in MEASURES:
        sure = len(parts) > 1 and parts[1].lower() not in verbs.PARTICIPLES  # "how badly damaged the dam was"
        return ([kind, parts[0]], parts[1:]) if sure else ([], [])
    if kind in ("which", "whose") or (kind == "what" and _is_noun(parts)):
        length = _noun_phrase(parts)
        found = length > 0 and "like" not in parts  # "what things will look like" asks how
        return ([kind, *parts[:length]], parts[length:]) if found else ([], [])
    if kind in ("how", "why", "when", "where") and (first in ADVERBS or first == "to" or first.endswith("ly")):
        return [], []
    return [kind], parts


def _is_noun(parts: list[str]) -> bool:
    first = parts[0].lower()
    known = (
        first in DETERMINERS | verbs.AUXILIARIES | OTHER_STARTS | PREPOSITIONS
        or first in verbs.PAST
        or first in CONTRACTED
    )
    return first.isalpha() and parts[0].islower() and not known and first not in verbs.THIRD and first != "if"


def _noun_phrase(parts: Sequence[str]) -> int:
    """Count the words of the noun phrase that follows "which" or "how many": to a verb, or to another subject."""
    for place, word in enumerate(parts[:6]):
        low = word.lower()
        if low in verbs.AUXILIARIES or low in CONTRACTED or low in verbs.CERTAIN_PAST or low in verbs.PAST:
            return place
        if low in ("of", "in"):
            continue
        before = parts[place - 1].lower() if place else ""
        if (low in DETERMINERS or word[0].isupper() or low in OTHER_STARTS) and before not in ("of", "in"):
            if place == 0 and (word[0].isupper() or low in ("hundreds", "thousands", "dozens", "millions", "more")):
                continue
            return place
    return 0


def _begins_with_verb(parts: Sequence[str]) -> bool:
    verb = parts[0].lower()
    if verb in verbs.AUXILIARIES or verb in CONTRACTED or verb in verbs.CERTAIN_PAST:
        return True
    after = parts[1].lower() if len(parts) > 1 else ""
    if verb in verbs.PAST:
        return after != "by"
    base = verbs.THIRD.get(verb, "")
    return base != "" and (base not in verbs.NOUNS or after in DETERMINERS or after in PREPOSITIONS)


def _direct(front: list[str], rest: list[str]) -> str:
    """Ask for the subject itself: the words stay in their order."""
    verb = rest[0].lower()
    if verb in CONTRACTED or not _plain(rest[1:]):
        return ""
    if verb == "would" and "if" not in rest:
        rest = ["will", *rest[1:]]
    if verb == "had" and len(rest) > 1 and rest[1].lower() in verbs.SIMPLE_PAST:
        rest = [
            verbs.SIMPLE_PAST[rest[1].lower()],
            *rest[2:],
        ]  # "who had signed it" is asked afterwards: "Who signed it?"
    return " ".join([*front, *rest]) + "?"


def _inverted(front: list[str], parts: list[str], *, future: bool) -> str:  # noqa: PLR0911 - one return a kind of verb
    """Move the verb of a clause before its subject, or "do" where it has no other; "" where either is not sure."""
    about = [part.lower() for part in parts[:2]] in (["at", "least"], ["more", "than"], ["up", "to"])  # three men
    if not (_may_begin(parts[0]) or about):
        return ""
    for place in range(1 + about * 2, min(len(parts), LONGEST_SUBJECT + 1)):
        word = parts[place].lower()
        if word in IN_THE_WAY or parts[place - 1].endswith(","):
            return ""
        subject, rest = parts[:place], parts[place + 1 :]
        if word in CONTRACTED:
            return _around(CONTRACTED[word], front, subject, ["not", *rest], future=future)
        if word in verbs.AUXILIARIES:
            return _around(word, front, subject, rest, future=future)
        base = finite_base(word, subject, rest)
        if base == "?":
            return ""
        if base:
            past = word in verbs.PAST
            if past and future:
                return ""  # "if it needed": what is not so
            support = "will" if future else "did" if past else "do" if word == base else "does"
            return _question(front, support, subject, [base, *rest]) if _plain(rest) else ""
    return ""


def _may_begin(word: str) -> bool:
    low = word.lower().rstrip(",")
    if low in ("there", "this", "that", "these", "those"):
        return low == "there"
    if (
        low in OTHER_STARTS
        or low in PREPOSITIONS
        or low in verbs.AUXILIARIES
        or low in IN_THE_WAY
        or low.endswith("ly")
    ):
        return False
    if low in ("its", "their", "his", "her", "our", "my", "your", "such"):
        return False
    return word[0].isalnum() or word[0] in "“\"'$£€"


def _around(verb: str, front: list[str], subject: list[str], rest: list[str], *, future: bool) -> str:  # noqa: PLR0911 - one return a kind of auxiliary
    """Make a question around an auxiliary; "" where it is a full verb that cannot surely move."""
    if not _plain(rest) or (not rest and not front):
        return ""
    many = number(subject)
    if verb in verbs.PERFECT:
        return _perfect(verb, front, subject, rest)
    if verb in ("do", "does", "did"):
        return _question(front, verb, subject, rest) if rest[:1] == ["not"] else ""
    if verb in verbs.BE and _disagree(verb, many):
        return ""
    if future and verb in ("is", "are"):
        return _question(front, "will", subject, ["be", *rest])
    if verb in verbs.BE and any(
        word in ("or", "and") and verbs.PAST.get(after.lower()) in verbs.INTRANSITIVE
        for word, after in itertools.pairwise(rest)
    ):
        return ""  # "were shot or died": one of the two takes no "were"
    if verb in ("would", "could", "might", "should") and rest[:1] == ["have"]:
        return ""  # what would have been is no question of fact
    if verb == "would" and "if" not in rest:
        verb = "will"
    if verb == "may" and rest[:1] and rest[0] in ("be", "have", "in", "well", "also", "yet", "still"):
        verb = "could"  # what is possible; "may the government charge a toll" asks what is allowed
    return _question(front, verb, subject, rest)


def _disagree(verb: str, many: str) -> bool:
    return (verb in ("is", "was", "has", "does") and many == "plural") or (
        verb in ("are", "were", "have") and many == "singular"
    )


def _perfect(verb: str, front: list[str], subject: list[str], rest: list[str]) -> str:
    """Tell "has closed" from "has a plan" and "has to pay": the last two take "do"."""
    many = number(subject)
    if _disagree(verb, many) or not rest:
        return ""
    skipped = [word for word in rest if word.lower() not in ADVERBS and not word.lower().endswith("ly")]
    following = skipped[0].lower() if skipped else ""
    if verb == "had" and following in verbs.PARTICIPLES:
        return _had(front, subject, rest, following, many)
    if following in verbs.PARTICIPLES:
        return _question(front, verb, subject, rest)
    if rest[0].lower() in DETERMINERS | {"enough", "to"}:
        return _question(front, {"has": "does", "have": "do", "had": "did"}[verb], subject, ["have", *rest])
    return ""


def _had(front: list[str], subject: list[str], rest: list[str], participle: str, many: str) -> str:
    """Ask in the past what a report of the past puts before its own time: "whether the sirens had sounded"."""
    if "since" in rest:  # "had been inspected since May": it may be so still
        return _perfect("has" if many == "singular" else "have", front, subject, rest) if many else ""
    if participle == "been":
        be = "was" if many == "singular" else "were"
        return _question(front, be, subject, [word for word in rest if word != "been"]) if many else ""
    at = next(place for place, word in enumerate(rest) if word.lower() == participle)
    before = [word for word in rest[:at] if word.lower() not in ("already", "yet", "ever", "even")]
    return _question(front, "did", subject, [*before, verbs.OF_PARTICIPLE[participle], *rest[at + 1 :]])


def _plain(rest: Sequence[str]) -> bool:
    """Tell whether the rest of a clause holds no other question and ends on no word that wants another."""
    low = [word.lower().strip("\"'“”") for word in rest]
    if any(word in ("whether", "why") or word.endswith(("?", ":")) for word in low):
        return False
    if any(word in ("and", "or", "but") and _clause(low[place + 1 :]) for place, word in enumerate(low)):
        return False
    return not low or low[-1] not in DETERMINERS | {
        "and",
        "or",
        "of",
        "to",
        "by",
        "with",
        "that",
        "from",
        "not",
        "than",
        "as",
    }


def _clause(words: Sequence[str]) -> bool:
    """Tell whether words behind "and" are a clause of their own: "her rivalry with him makes it hard"."""
    if not words or words[0] not in DETERMINERS | {"his", "her"}:
        return False
    return any(
        word in verbs.AUXILIARIES
        or (word in verbs.THIRD and verbs.THIRD[word] not in verbs.NOUNS | {"make"})
        or word == "makes"
        for word in words[2:]
    )


def _question(front: list[str], verb: str, subject: list[str], rest: list[str]) -> str:
    return " ".join([*front, verb, *subject, *rest]) + "?"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
