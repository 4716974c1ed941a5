"""What a person is said to have done, and what answers it: no accusation is told without the denial in its report.

Where a report says that somebody denies, or that nothing was found against them, a statement that others make of them is
told together with that, as one development in the order of the text, or not at all. What was taken back is not told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.desk.compression import QUOTED, lead
from briefing.desk.dangling import NAME
from briefing.desk.repeating import said as said_of
from briefing.desk.text import folded, prose, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.desk.candidates import Candidate
    from briefing.desk.text import Sentence

LONGEST = 90  # words of an accusation with what answers it
ANSWERS = 2  # sentences that answer one: the denial, and what cleared them
CLOSE = 6  # sentences between an accusation and its answer; further off it must say what was said
NEAR = 4  # sentences between a claim and its withdrawal
SHARED = 2  # stems that a withdrawal shares with the claim that it takes back
_SHORT = r"(?:[A-ZÀ-Ý][\w'-]+(?: [A-ZÀ-Ý][\w'-]+){0,2})"
# Somebody denies: by name, or by a pronoun.
DENIES = {
    "en": re.compile(
        rf"(?P<who>{_SHORT}|[Hh]e|[Ss]he|[Tt]hey|[Bb]oth)(?:, [^,]{{2,60}},)?(?: (?:has|have|had|also|later|firmly|strongly|flatly|again|always|immediately|\w+ly))* "
        r"(?:den(?:y|ies|ied)\b|reject(?:s|ed)? (?:(?:the|this|all|any|those|these|his|her|their) (?:\w+ ){0,2}?(?:claims?|accusations?|allegations?|charges?|suggestions?|criticisms?|reports that|version|account|story|idea that)\b|(?:it|them|that|this|both)(?=[.,;]|$| (?:as|on|in)\b))|disput(?:es|ed) (?:the|this|that|it|them)\b|"
        r"dismiss(?:es|ed) (?:the|this|that|it|them|all) ?(?:\w+ )?(?:claim|accus|alleg|charge|report|suggestion|rumou?r|as )|maintain(?:s|ed) (?:his|her|their) innocence|protest(?:s|ed) (?:his|her|their) innocence|"
        r"plead(?:s|ed)? (?:\w+ )?not guilty|(?:is|was|are|were) innocent|call(?:s|ed) (?:the|it|them|this|that)[^.]{0,40}(?:lie|lies|false|untrue|baseless|unfounded|nonsense|absurd|fabricat\w+|slander)|"
        r"(?:said|says|insists?|insisted|told \w+) (?:that )?(?:it (?:was|is)|the (?:\w+ )?(?:claims?|reports?|accusations?|allegations?|charges?|story) (?:was|were|is|are)) (?:\w+ )?(?:an? )?(?:lie|lies|false|untrue|baseless|unfounded|wrong|nonsense|invented|made up)|"
        r"(?:said|says|insists?|insisted) (?:that )?(?:he|she|they) (?:had |has |have )?(?:not|never|did not|done nothing|knew nothing))"
    ),
    "fr": re.compile(
        rf"(?P<who>{_SHORT}|[Ii]ls?|[Ee]lles?)(?:, [^,]{{2,60}},)? (?:a |ont |avait )?(?:\w+ment )?(?:nie(?:nt)?|nié|dément(?:ent)?|démenti|conteste(?:nt)?|contesté|rejet(?:te|tent|é) (?:l'|les |ces |cette |toutes? )(?:\w+ )?(?:accusations?|allégations?|reproches?|soupçons?|charges?)|récuse(?:nt)?|récusé|"
        r"clame(?:nt)? (?:son|leur) innocence|plaid(?:e|ent|é) non coupable|(?:a |ont )?dit (?:que c'était|qu'il s'agit d)'?(?:un mensonge|faux))"
    ),
}
# Somebody else clears them.
CLEARS = {
    "en": re.compile(
        r"\b(?:no evidence (?:against|of|that)|not enough evidence|insufficient evidence|(?:closed|dropped|shelved|dismissed|discontinued) (?:the|its|their|all) (?:case|charges?|inquiry|investigation|proceedings)|"
        r"(?:case|charges?|inquiry|investigation|proceedings)(?: against \w+)? (?:was|were|has been|have been) (?:closed|dropped|shelved|dismissed|discontinued)|acquitted|cleared of|found not guilty|exonerated)\b"
    ),
    "fr": re.compile(
        r"(?<!\w)(?:aucune preuve contre|classé(?:e)? (?:l'affaire )?sans suite|non-lieu|relaxée?|acquittée?|blanchie?|mis(?:e)? hors de cause|abandonné les (?:poursuites|charges))(?!\w)"
    ),
}
# A statement that others make of somebody: with a word of accusing, or by whoever says it.
ACCUSES = {
    "en": re.compile(
        r"(?i)\b(?:accus(?:e|es|ed|ing|ation)\w*|alleg\w+|suspect(?:s|ed)?|charged with|indicted|blame[sd]?|investigat(?:ed|ing|ion)|under investigation|said|says?|told|claim(?:s|ed)?|report(?:s|ed)?|"
        r"according to|testified|wrote|believes?|think|prosecutors|police)\b"
    ),
    "fr": re.compile(
        r"(?i)(?<!\w)(?:accus\w+|soupçonn\w+|mise? en examen|inculp\w+|reproch\w+|visée? (?:depuis \w+ )?par|enquête|selon|d'après|affirm\w+|a (?:dit|déclaré|assuré|raconté|rapporté)|ont (?:dit|déclaré|assuré|raconté)|aurai(?:t|ent)|dénonc\w+)(?!\w)"
    ),
}
# What is done with a statement that was wrong, and how the wrong is put right.
TAKES_BACK = {
    "en": re.compile(
        r"\b(?:withdr[ae]wn?|retract(?:s|ed)|took back|walked back|corrected (?:itself|the|its|his|her)|(?:was|were|is|are) (?:based on|due to) an? (?:error|mistake|mix-up|misunderstanding)|"
        r"(?:turned out|proved|has proved|was|were) (?:to be )?(?:false|untrue|wrong|a hoax|an error|incorrect|fabricated)|was a (?:false alarm|mistake|hoax)|(?:apologi[sz]ed|regretted) (?:for )?the (?:error|mistake|report))\b"
    ),
    "fr": re.compile(
        r"(?<!\w)(?:(?:a|ont) (?:retiré|rétracté|rectifié|démenti) (?:sa|son|ses|cette|cet|ce|leur|l')|(?:reposait|était fondée?|fondée?) sur une erreur|(?:s'est avérée?|était|étaient|est) (?:fauss\w+|faux|erronée?s?|une (?:erreur|fausse alerte))|est revenue? sur)(?!\w)"
    ),
}
NOTHING = {
    "en": re.compile(r"(?i)\b(?:no|not|none|never|nobody|neither)\b|n't\b"),
    "fr": re.compile(r"(?i)(?<!\w)(?:aucune?|ne|n'|ni|jamais|personne)(?!\w)|n'"),
}
PRONOUN = frozenset("he she they both il elle ils elles".split())
OWN = re.compile(
    rf"(?:said|says|told|[Aa]ccording to|[Ss]elon|a dit|a déclaré) (?:[a-zà-ÿ'-]+ ){{0,3}}(?P<after>{_SHORT})|(?P<before>{_SHORT})(?:, [^,]{{2,60}},)? (?:said|says|told|wrote|added|a (?:dit|déclaré|assuré|ajouté))\b"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A sentence that answers an accusation, whose, and its place among its report's."""

    sentence: Sentence
    who: str
    place: int


def answers(told: Sequence[Sentence], language: str) -> tuple[Answer, ...]:
    """Find what a report says in somebody's defence: they deny it, or are cleared."""
    if language not in DENIES:
        return ()
    found: list[Answer] = []
    last = ""
    for place, sentence in enumerate(told):
        own = _own(sentence.text)
        denies, clears = DENIES[language].search(own), CLEARS[language].search(own)
        named = _named(own)
        if denies is not None:
            who = denies["who"].split()[-1]
            who = last if who.lower() in PRONOUN else who
        elif clears is not None:
            who = named[-1] if named and not re.search(r"\b(?:him|her|them|lui)\b", own) else last
        else:
            who = ""
        if who:
            found.append(Answer(sentence, who, place))
        if named:
            last = named[0] if denies is None and clears is None else (who or last)
    return tuple(found)


def with_answers(
    found: Sequence[Candidate], told: Sequence[Sentence], language: str, defended: frozenset[str]
) -> list[Candidate]:
    """Join to each accusation what answers it in its report; leave out one that only another report answers.

    `defended` are those for whom any report of the story speaks.
    """
    own = answers(told, language)
    back = _taken_back(told, language)
    if not own and not defended and not back:
        return list(found)
    places = {sentence.start: place for place, sentence in enumerate(told)}
    kept: list[Candidate] = []
    for item in found:
        place = places[item.sentence.start]
        if place in back:
            continue
        if any(one.place == place for one in own):
            kept.append(item)
            continue
        accused = _accused(item, language, defended | {one.who for one in own})
        if not accused:
            kept.append(item)
            continue
        said = [one for one in own if one.who in accused and one.place != place]
        if said and not any(_of_one(item, place, one, language) for one in said):
            kept.append(item)  # what they deny is another matter
            continue
        joined = _joined(item, _nearest(said, place), language)
        if joined is not None:
            kept.append(joined)
    return kept


def _of_one(item: Candidate, place: int, answer: Answer, language: str) -> bool:
    """Tell whether an answer is to this accusation: it stands near, or says what it says."""
    if abs(answer.place - place) <= CLOSE:
        return True
    return len(item.stems & frozenset(stems(answer.sentence.text, language))) > SHARED


def _nearest(said: Sequence[Answer], place: int) -> list[Answer]:
    """Take the answers that stand nearest to an accusation, those behind it first."""
    return sorted(said, key=lambda one: (one.place < place, abs(one.place - place)))[:ANSWERS]


def _accused(item: Candidate, language: str, defended: frozenset[str]) -> set[str]:
    """Name those of whom a statement says something that they, or others for them, deny."""
    own = _own(item.sentence.text)
    if ACCUSES[language].search(own) is None:
        return set()
    speakers = {(found["before"] or found["after"]).split()[-1] for found in OWN.finditer(own)}
    return {name for name in _named(own) if name in defended and name not in speakers}


def _joined(item: Candidate, said: Sequence[Answer], language: str) -> Candidate | None:
    """Tell an accusation and its answers as one, in the order of the text; None where there is none, or it is too long."""
    if not said:
        return None
    parts = [(item.sentence.start, item.pieces, item.text)]
    for one in said:
        start = one.sentence.start + lead(one.sentence.text, language)
        parts.append((one.sentence.start, ((start, one.sentence.end),), one.sentence.text))
    parts.sort(key=lambda part: part[0])
    text = " ".join(part[2] for part in parts)
    if len(text.split()) > LONGEST and len(said) > 1:
        return _joined(item, said[:1], language)
    if len(text.split()) > LONGEST:
        return None
    pieces = tuple(piece for part in parts for piece in part[1])
    meaning = item.stems | frozenset(stems(text, language))
    return replace(item, pieces=pieces, text=text, stems=meaning, said=said_of(text, language, meaning) | item.said)


def _taken_back(told: Sequence[Sentence], language: str) -> frozenset[int]:
    """Find the claims that a report takes back: the nearest before the withdrawal that somebody made, or that it denies."""
    rule = TAKES_BACK.get(language)
    if rule is None:
        return frozenset()
    found: set[int] = set()
    for place, sentence in enumerate(told):
        if rule.search(_own(sentence.text)) is None:
            continue
        around = [_own(one.text) for one in told[place : place + 2]]
        denied = frozenset(stem for text in around if NOTHING[language].search(text) for stem in stems(text, language))
        own = frozenset(stems(sentence.text, language))
        for before in range(place - 1, max(-1, place - 1 - NEAR), -1):
            claim = _own(told[before].text)
            said = frozenset(stems(claim, language))
            if (
                ACCUSES[language].search(claim)
                and NOTHING[language].search(claim) is None
                and len(said & (denied or own)) >= SHARED
            ):
                found.add(before)
                break
    return frozenset(found)


def withdrawn(item: Candidate, later: Sequence[str], language: str) -> bool:
    """Tell whether a later report of the story takes a claim back, in the same words."""
    rule = TAKES_BACK.get(language)
    if rule is None or ACCUSES[language].search(_own(item.sentence.text)) is None:
        return False
    return any(
        rule.search(_own(text)) is not None
        and len(item.stems & frozenset(stems(text, language))) * 2 >= len(item.stems)
        for text in later
    )


def _own(text: str) -> str:
    return folded(QUOTED.sub("“”", prose(text)))


def _named(own: str) -> list[str]:
    """Give the names of a sentence, the last word of each."""
    found = [match.group() for match in re.finditer(r"[A-ZÀ-Ý][\w'-]*[a-zà-ÿ](?: [A-ZÀ-Ý][\w'-]*[a-zà-ÿ])*", own)]
    return [name.removesuffix("'s").split()[-1] for name in found if NAME.match(name)]
