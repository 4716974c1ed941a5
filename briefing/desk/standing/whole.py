"""Whether a clause tells the whole of what a question asks: the same party, upon the same thing, and nothing that narrows it.

"Closed its plant" answers whether it will close its plant; "closed a hall of its plant", "closed its plant to visitors",
"closed its plant for three weeks" do not. So nothing may stand in the clause but the question's own words, and what
only says when, where, why or by how many votes: a closed list, so that what is not known narrows.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.desk.questions.small_words import DETERMINERS, PREPOSITIONS
from briefing.desk.standing.content import WHEN, base_of, content, infinitive
from briefing.desk.text import folded
from briefing.desk.vet.opposites import opposite

if TYPE_CHECKING:
    from briefing.desk.standing.asked import Asked

# What is told of a film, a forgery or an exercise did not happen.
FEIGNED = re.compile(
    r"(?i)\b(?:films?|movies?|novels?|plays? (?:by|in)|comed(?:y|ies|ians?)|sketch|drama|series|fake|faked|forged|hoax|parody|satir\w+|spoof|deepfake|rumou?r\w*|jok(?:e|es|ed|ing)|prank|"
    r"dream\w*|imagin\w+|pretend\w*|claim(?:s|ed|ing) to|simulat\w+|rehears\w+|exercise|drill|wrongly|falsely|false|mistaken\w*|untrue|april fool\w*|bets?|painting|song|cartoon|tv show|"
    r"roman|pièce de théâtre|comédien|canular|fau(?:x|sse)|à tort|exercice|plaisant\w+|fiction|hypertrucage)(?!\w)"
)
# What takes back in the same sentence what it says.
TAKEN_BACK = re.compile(
    r"(?i)\b(?:but|only|except|excluding|apart from|briefly|temporar\w+|provisional\w*|partial\w*|partly|half(?! a (?:percentage )?point| of a)|halfway|part of|again|until|yet|though|although|instead|"
    r"a (?:tenth|third|quarter|fifth|few|part|share|stake)|some of|most of|just|symbolic\w*|unofficial\w*|de facto|"
    r"mais|sauf|hormis|seul(?:e|s|es|ement)?|temporairement|brièvement|partiellement|en partie|à nouveau|de nouveau|jusqu'(?:à|au|aux|en)|une partie|un tiers|la moitié|le tiers|pour l'instant|cependant|toutefois)(?!\w)"
)
REFLEXIVE = re.compile(r"(?i)\b(?:himself|herself|itself|themselves|myself|oneself)\b")
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)\w*\.?"
_JOUR = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_NUMBER = (
    r"(?:\d[\d.,\u202f\u00a0 ]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty)"
)
_MONEY = r"(?:million |billion |milliard |thousand |hundred )?(?:dollars?|euros?|crowns?|pounds?|francs?|couronnes?|cents?|yen|rupees?)"
# When, where, why, by how many votes, at what price: what narrows nothing.
ASIDE = {
    "en": re.compile(
        rf"(?:(?:early|late|just|shortly|all day) )?(?:on )?(?:the (?:night|morning|evening) of )?{_DAY}(?!s)(?:'s \w+)?(?: (?:morning|afternoon|evening|night))?\b|"
        rf"(?:on|in|by|from|since) (?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?)?\b|(?:on|in) (?:19|20)\d\d|"
        r"today|yesterday|overnight|at last|this (?:morning|week|month|year|afternoon|evening)|in the (?:morning|afternoon|evening|night|early hours)|"
        rf"at (?:about )?(?:noon|midnight|dawn|dusk|once|(?![\d.,]+ ?(?:percent|per cent|%|points?))\d[\d:.]*(?: ?[ap]\.?m\.?)?)|by {_NUMBER}(?: votes?)? (?:to|against) {_NUMBER}(?: votes?)?|by (?:a single|{_NUMBER}) votes?|"
        rf"(?:by|in) (?:a )?(?:\w+ )?(?:vote|majority|margin)(?: of {_NUMBER} (?:votes )?(?:to|against) {_NUMBER})?|"
        rf"with {_NUMBER} votes (?:to|against) {_NUMBER}|for (?:about |some )?(?:[$€£] ?)?{_NUMBER} ?{_MONEY}\b|for [$€£]\d[\d.,]*(?: (?:million|billion))?|for the first time|"
        rf"(?:to|by) (?:a record )?{_NUMBER} ?(?:percent|per cent|%|points?|percentage points?)|(?:to|by) \d[\d.,]*%?|by (?:half|a quarter(?: of)?|half of) a (?:percentage )?point|"
        rf"at {_NUMBER} ?(?:percent|per cent|%|points?)|in {_NUMBER} (?:days?|weeks?|months?|hours?)|[$€£]?{_NUMBER} ?{_MONEY}\b|to (?:traffic|the public|all [a-z]+|everyone)|on (?:all|each|both|{_NUMBER})(?: of {_NUMBER})? counts?|"
        r"(?:unanimously|officially|formally|finally|fully|completely|entirely|immediately|permanently|peacefully|narrowly)\b|as (?:planned|expected|promised|announced|scheduled)|"
        r"in a (?:\w+ )?(?:statement|letter|vote|ceremony|session|speech|ruling|referendum)(?: (?:on|in|at) (?:the )?[a-z]+)?|(?:in|at|near|outside|off) (?:the (?:city|town|capital|port|village) of |the )?[A-Z][\w-]+(?: (?:of )?[A-Z][\w-]+)*|"
        r"by (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)*|"
        r"in (?:heavy )?(?:rain|snow|fog|sunshine|silence|haste|secret)|at (?:the|a|an) [a-z]+|near (?:the|a) [a-z]+"
    ),
    "fr": re.compile(
        rf"(?:(?:dès|ce|le) )?{_JOUR}(?: (?:matin|soir|après-midi|midi))?\b|hier|aujourd'hui|ce matin|cette nuit|dans la (?:nuit|soirée|matinée)|"
        r"(?:en|le \d{1,2}(?:er)?|début|fin) (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)|"
        rf"à (?:midi|minuit|l'aube|l'unanimité|\d+ ?h(?:eures)?\d*)|par {_NUMBER} ?voix(?: contre {_NUMBER})?|pour (?:environ )?{_NUMBER} ?(?:millions? |milliards? )?(?:d'|de )?(?:euros?|francs?|couronnes?|dollars?)\b|"
        r"(?:enfin|officiellement|définitivement|finalement|entièrement|totalement)\b|comme (?:prévu|promis|annoncé)|lors d'une? \w+"
    ),
}
# Behind one of these another thing is told: why, or what came of it.
FREE = {
    "en": re.compile(
        r"(?:[,;:–—]|after|following|because|despite|amid|over|and|when|as (?:the|a|an|its|his|her|their) \w+ \w+ed|without|with|against|during|ahead of|in (?:protest|response|spite)|due to|thanks to|on condition|by \w+ing|out of (?:its|his|her|their))(?!\w)"
    ),
    "fr": re.compile(
        r"(?:[,;:–—]|après|malgré|en raison|à cause|à la suite|grâce|et|sans|avec|faute|sous la|sous les|au terme|à l'issue)(?!\w)"
    ),
}
HOLDS = re.compile(r"(?:through|out|firm|throughout|against|during|up)\b")
MOVES = frozenset("sail depart fly land dock arrive".split())
FROM_WHERE = re.compile(r"(?:from|for|to|into) (?:the )?(?:[a-z]+ )?[\w-]+")
TRANSFERS = frozenset("sell hand transfer give deliver extradite".split())
TO_WHOM = re.compile(
    r"to (?:[A-Z][\w-]+)(?: [A-Z][\w-]+)*|to (?:the|a|an|its|two|three) [a-z]+(?: (?:firm|company|group|fund|investor|competitor))?"
)
# Titles, and words that say what kind of thing a name is.
TITLES = frozenset(
    """prime minister president chancellor king queen governor mayor senator bishop archbishop general chief executive chairman chairwoman car maker
    carmaker airline company firm group bank retailer utility regulator operator government state city town province region parliament senate
    council court union party club former outgoing embattled acting country island republic capital lawmakers members finance foreign interior
    justice defence defense health farm education trade energy transport has have had was were been is are will would also finally officially
    formally unanimously narrowly all both entire whole
    ministre président présidente maire roi reine groupe entreprise compagnie société banque gouvernement conseil ville région parlement sénat tribunal
    première premier ne ministère constructeur""".split()
)
LEADS = re.compile(
    r"(?i)^(?:on|in|after|following|early|late|at|despite|amid|by|overnight|today|yesterday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|après|malgré|hier|au|dans|à)\b[^,]*, "
)
APPOSITION = re.compile(r", (?!and\b|but\b)[^,]*,")
JOINED = re.compile(r"; |, (?:and|et|while) (?=(?:the|an?|le|la|les|l'|its) )")
RELATIVE = re.compile(r"(?i)\b(?:who|which|that|whose|whom|where|qui|que|dont|où)\b|(?<=\w)'s\b|s'(?= )")
BOTH = re.compile(r"(?P<whom>[^,;]{3,60}?) \w+ed (?:in|at|to|from) [^,;]{2,40} and $")  # "arrived in Oslo and signed"
SMALL = frozenset("and et les des une ces cette ses leurs aux dans par pour sur qu".split())
SPOKE = re.compile(r" (?:said|announced|confirmed)(?: on \w+day)?(?: that)? (?:it|he|she|they)\b")
TOKEN = re.compile(r"(?:l|d|qu|s|n)'|[\w’'-]+(?:[.,]\d+)*|.")


def whole(question: Asked, text: str, start: int, end: int, *, passive: bool = False) -> bool:
    """Tell whether the clause around a verb, from `start` to `end`, says all of a question and nothing that narrows it.

    `passive` where what the verb acts upon stands before it.
    """
    plain = folded(text)
    if _spoils(question, plain, start, end):
        return False
    opens = max((found.end() for found in JOINED.finditer(plain, 0, start)), default=0)
    return _front(question, plain[opens:start], by_others=question.passive and not passive) and _rest(
        question, plain[end:], passive=passive
    )


def _spoils(question: Asked, plain: str, start: int, end: int) -> bool:
    """Tell whether a sentence feigns what it tells, takes it back, or tells another sense of the verb."""
    own = folded(question.text).lower()
    close = JOINED.search(plain, end)
    here = plain[: close.start() if close else len(plain)]
    for rule, where in ((FEIGNED, plain), (TAKEN_BACK, here[start:]), (REFLEXIVE, here[end:])):
        if any(not re.search(rf"\b{re.escape(found.group().lower())}\b", own) for found in rule.finditer(where)):
            return True
    if question.about.figures - content(plain, question.language).figures:
        return True
    after = [base_of(word) for word in re.findall(r"[a-z]+", here[end:].lower()) if word not in own]
    return any(opposite(verb, word) for verb in question.verbs for word in after)


def _front(question: Asked, front: str, *, by_others: bool = False) -> bool:
    """Tell whether nothing stands before a verb but whom the question asks of, with titles and places."""
    both = BOTH.match(front)
    bare = SPOKE.sub(" ", APPOSITION.sub(" ", LEADS.sub("", both["whom"] if both else front)))
    own = folded(question.text)
    if any(found.group() not in own for found in RELATIVE.finditer(bare)):
        return False
    if by_others or question.way == "who":
        return True
    said = re.findall(r"[\w'’-]+", bare)
    mine = frozenset(re.findall(r"[\w'’-]+", own.lower())) | SMALL
    for place, word in enumerate(said):
        low = word.lower()
        following = said[place + 1] if place + 1 < len(said) else ""
        if (
            _asked(question, word)
            or low in DETERMINERS
            or low in PREPOSITIONS
            or low in TITLES
            or low in mine
            or low.endswith("ly")
        ):
            continue
        if question.way == "count" and (word[0].isdigit() or low in ("in", "some", "people", "total")):
            continue
        if (
            word[0].isupper()
            and not (following.islower() and _asked(question, following))
            and (place or following[:1].isupper())
        ):
            continue  # a name beside; but not "the Belgian senate", nor whatever opens a sentence
        if _small(low, question.language):
            continue
        return False
    return True


def _rest(question: Asked, rest: str, *, passive: bool) -> bool:
    """Tell whether what stands behind a verb is what the question says, then when, where or why."""
    place, aside, free, language = 0, ASIDE[question.language], FREE[question.language], question.language
    intransitive = not passive and not _object(question)
    while place < len(rest):
        if rest[place] in " .!\u202f":
            place += 1
            continue
        if passive and rest.startswith("by ", place):
            place += 3
            continue
        found = aside.match(rest, place)
        if found and found.end() > place:
            place = found.end()
            continue
        if free.match(rest, place) or (intransitive and HOLDS.match(rest, place)):
            return True
        given = TO_WHOM.match(rest, place) if TRANSFERS.intersection(question.verbs) else None
        if given is None and intransitive and MOVES.intersection(question.verbs):
            given = FROM_WHERE.match(rest, place)
        token = given or TOKEN.match(rest, place)
        assert token is not None
        if not given and not _own(question, token.group(), language) and not _so_many(question, rest[place:]):
            return False
        place = token.end()
    return True


def _own(question: Asked, word: str, language: str) -> bool:
    """Tell whether a word behind the verb is the question's own, or says nothing by itself."""
    low = word.lower()
    if _asked(question, word) or low in WHEN:
        return True
    if low[0].isdigit():
        return question.way == "count" or low.strip(".,") in folded(question.text)
    own = re.findall(r"[\w'’-]+", folded(question.text).lower())
    if language == "fr":
        return low in own or low in (
            "le",
            "la",
            "les",
            "l'",
            "son",
            "sa",
            "ses",
            "leur",
            "leurs",
            "du",
            "de",
            "des",
            "d'",
        )
    return low in own or low in ("the", "a", "an", "its", "his", "her", "their", "of", "all", "up", "down", "that")


def _so_many(question: Asked, rest: str) -> bool:
    """Tell whether a number only says how many of what a question leaves uncounted: "cut 400 jobs", asked was "cut jobs"."""
    found = re.match(rf"{_NUMBER} (?P<of>[\w'-]+)", rest)
    if found is None or question.about.figures or not _asked(question, found["of"]):
        return False
    return (
        re.search(rf"(?i)\b(?:the|its|his|her|their|les|ses|leurs) (?:\w+ )?{re.escape(found['of'])}\b", question.text)
        is None
    )


def _object(question: Asked) -> frozenset[str]:
    """Give what a question's verb is done upon."""
    verbs = frozenset().union(*(content(f"Of {verb}", question.language).concepts for verb in question.verbs))
    return question.about.concepts - question.subject - verbs


@lru_cache(maxsize=65536)
def _asked(question: Asked, word: str) -> bool:
    found = content(f"Of {word}", question.language).concepts
    return bool(found) and found <= question.about.concepts


def _small(low: str, language: str) -> bool:
    return language == "fr" and (len(low) < 3 or infinitive(low) in ("a", "ont", "est", "sont", "été"))  # noqa: PLR2004 - an article
