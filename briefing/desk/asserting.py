"""How surely a sentence says what it says, and who did what in it: what was told as open is news when it is decided.

Four degrees: nobody knows; wanted, planned or forecast; decided by whom it concerns; asserted. They follow the scale of
factuality of Saurí and Pustejovsky (2009, "FactBank"), as far as words on the surface show it.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from briefing.desk.lexicon import ATTRIBUTION, CALENDAR
from briefing.desk.questions import verbs
from briefing.desk.questions.small_words import DETERMINERS, PREPOSITIONS
from briefing.desk.text import stems
from briefing.desk.vet.lexicon import FORMS


class Sure(IntEnum):
    """How surely something is said."""

    UNKNOWN = 0
    OPEN = 1
    DECIDED = 2
    ASSERTED = 3


class Deed(NamedTuple):
    """What a sentence's first verb says: of whom, by their stems, and the base of the verb; "" where it says little."""

    subject: frozenset[str]
    verb: str


UNCHANGED = frozenset("cut hit put set let shut split spread cost hurt quit bet cast beat burst".split())  # in the past
NOT_KNOWN = re.compile(
    r"(?i)\b(?:it (?:is|was|remains) (?:unclear|uncertain|unknown|not (?:yet )?(?:clear|known|certain))|(?:has|have|had) not (?:yet )?(?:said|decided|disclosed|explained)|"
    r"(?:nobody|no one) knows|(?:is|are|was|were|remains?) (?:still )?(?:not (?:yet )?(?:known|clear)|unknown|unclear)|(?:refused|declined) to (?:say|comment)|"
    r"on ignore|reste à savoir|(?:n'a|n'ont) pas (?:encore )?(?:dit|précisé|indiqué|décidé)|on ne sait pas|ne sait pas|nul ne sait)(?!\w)"
)
_OPEN = re.compile(
    r"(?i)\b(?:will|would|may|might|could|should|must|whether|if|expect\w*|plan(?:s|ned|ning)?|hop(?:e|es|ed|ing)|intend\w*|propos\w+|consider\w*|weigh(?:s|ed|ing)?|demand\w*|"
    r"(?:set|due|about|likely|ready|scheduled|asked|asks|urged|urges|vowed|promised|threatened|offered|offers) to|to (?:be|decide|vote|rule)|wants?|wanted|seeks?|sought|"
    r"call(?:s|ed|ing) (?:on|for)|fears?|feared|predict\w*|forecast\w*|accus\w+|alleg\w+|blam\w+|claim(?:s|ed) that|likely|possibl\w+|debat\w+|"
    r"pourrai\w*|devrai\w*|si|s'il|prévoi\w*|doi(?:t|vent)|envisag\w+|compten?t|prête?s? à|sur le point|réclam\w+|exig\w+|souhait\w+|demand\w+|crai(?:nt|gn)\w*|espèr\w*|appell\w+ à|affirm\w+|"
    r"[a-zé]{3,}(?:era|eront|ira|iront|dra|dront)|sera|seront|fera|feront)(?!\w)"
)
# Whom it concerns says that it will be so, or that it was resolved.
_DECIDED = re.compile(
    r"(?i)\b(?:announced|decided|resolved|confirmed|pledged itself)\b|"
    r"(?:,|;) (?:he|she|it|they|(?:the|its|his|her) (?:\w+ )?(?:operator|company|owner|board|ministry|government|office|authority|agency|airline|firm|club|court|minister|council|trustees?|institute|"
    r"management|spokes(?:man|woman|person))) (?:said|says|told|wrote)\b|\b(?:said|told \w+)(?: (?:on|in) [^,.;]{3,30}?)?,? (?:that )?(?:it|he|she|they) (?:will|would)\b|"
    r"\b(?:a|ont|a-t-(?:il|elle)|ont-(?:ils|elles)) (?:annoncé|décidé|confirmé)\b"
)
_CONDITIONAL = re.compile(
    r"(?i)\b(?:if|unless|could|may|might|should|whether|analysts?|predict\w*|hop(?:e|es|ed)|plans?|planned|likely|expect\w*|si|s'il|pourrai\w*|devrai\w*|envisag\w+)(?!\w)"
)
OFFICES = frozenset("prime minister finance foreign president governor mayor king queen mr mrs ms dr sir lord".split())
_FINITE = re.compile(r"[A-Za-zÀ-ÿ'’-]+|[,;:]")
_SUBORDINATE = frozenset("who which that where when after before as while until since because".split())
# They say little by themselves: what is told is in their nouns.
_LIGHT = frozenset(
    "be have do say tell add get go come make take give see hold become begin start continue happen remain live stand lie face use include want report call announce meet show need".split()
)
# One deed under several verbs: what is told again under another is no news.
_ALIKE = tuple(
    frozenset(group.split())
    for group in (
        "resign quit|close shut|approve pass ratify adopt endorse clear accept|reject refuse block veto|begin start open launch|end finish stop halt|kill die|hit strike slam|"
        "rise climb increase grow jump gain surge|fall drop decline decrease slip sink plunge|leave flee|buy acquire purchase|free release|hurt injure wound|find discover|"
        "arrest detain|sack dismiss fire oust|win beat defeat|collapse burst fail break|destroy ruin raze|evacuate move|cut reduce slash trim|raise lift increase|cancel scrap drop|"
        "postpone delay|damage hit|warn say|order tell|sue file|lose fall"
    ).split("|")
)


def sureness(plain: str) -> Sure:
    """Say how surely a sentence says what it says."""
    if plain.rstrip("\"'”’») \u202f").endswith("?"):
        return Sure.UNKNOWN
    if NOT_KNOWN.search(plain):
        return Sure.UNKNOWN
    if not _OPEN.search(plain):
        return Sure.ASSERTED
    return Sure.DECIDED if _DECIDED.search(plain) and not _CONDITIONAL.search(plain) else Sure.OPEN


def bases_of(plain: str, language: str) -> frozenset[str]:
    """Give the base of each word that may be a verb's form, with those that say the same."""
    found = {_base(word, language) for word in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", plain.lower())}
    return frozenset(found).union(*(group for group in _ALIKE if group & found))


def deed_of(plain: str, language: str) -> Deed:
    """Say who does what in a sentence's first clause that has a verb; nothing where that is not sure."""
    if language == "fr":
        found = re.search(
            r"(?i)\b(?:a|ont|est|sont|s'est|se sont|n'a pas|n'ont pas) (?:été )?(?P<verb>[^\W\d_]{3,}(?:é|i|u|is|it|ert)e?s?)\b",
            plain,
        )
        if found is None or re.search(ATTRIBUTION["fr"], found["verb"]):
            return Deed(frozenset(), "")
        return Deed(_subject(plain[: found.start()], language), _base(found["verb"].lower(), language))
    if language != "en":
        return Deed(frozenset(), "")
    before = ""
    for match in _FINITE.finditer(plain):
        word = match.group().lower()
        if before and match.start() and match.group()[0].islower() and _is_verb(word, before):
            base = _base(word, language)
            told = _again(plain[match.end() :]) if re.fullmatch(ATTRIBUTION["en"], word) else ""
            if told:
                return deed_of(told, language)
            return Deed(_subject(plain[: match.start()], language), "" if base in _LIGHT else base)
        before = word
    return Deed(frozenset(), "")


def same_deed(said: Deed, stems_: frozenset[str], bases: frozenset[str]) -> bool:
    """Tell whether a known sentence, by its stems and bases, names who does what in another."""
    if not said.verb:
        return True
    return said.verb in bases and len(said.subject - stems_) * 2 <= len(said.subject)


def names_of(plain: str, language: str) -> frozenset[str]:
    """Give the capitalised words behind a sentence's first, but for those of the calendar and titles."""
    found = re.findall(r"(?<![.!?:] )(?<!^)\b[A-ZÀ-Þ][\w-]+", plain)
    low = frozenset(word.lower() for word in found)
    return low - CALENDAR.get(language, CALENDAR["en"]) - OFFICES


def elsewhere(said: frozenset[str], known: frozenset[str]) -> bool:
    """Tell whether each of two sentences names somebody or some place that the other does not: they tell of two things."""
    return bool(said - known) and bool(known - said)


def _again(rest: str) -> str:
    """Give what is said behind a verb of saying: its own clause."""
    found = re.match(r"(?i)(?: on \w+day| in \w+| late| early){0,2},? that (?P<clause>.+)", rest)
    return found["clause"] if found else ""


def _subject(before: str, language: str) -> frozenset[str]:
    return frozenset(stems(before.rsplit(",", 1)[-1] if before.count(",") == 1 else before, language))


def _is_verb(word: str, before: str) -> bool:
    if before in DETERMINERS or before in PREPOSITIONS - {"to"} or before in _SUBORDINATE:
        return False
    if before in ("will", "would", "to", "not"):
        return word in verbs.BASES and word not in verbs.AUXILIARIES and word != "be"
    return word in verbs.PAST or word in verbs.THIRD or word in UNCHANGED


def _base(word: str, language: str) -> str:
    if language == "fr":
        return re.sub(r"(?<=\w{3})(?:ée?s?|i(?:e|s|es|t)?|ue?s?|er|era|eront|ir)$", "", word)
    if word in verbs.BASES:
        return word
    for forms in (verbs.PAST, verbs.THIRD, verbs.GERUNDS):
        if word in forms:
            return forms[word]
    return FORMS.get(word, word)
