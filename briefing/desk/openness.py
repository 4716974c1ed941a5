"""Open means open: whether a story's own reports answer a question that one of them raises.

What settles a question is a fact that a source reports in its own voice, or a decision of a named party. A writer's
opinion, a hedge, what somebody says or forecasts, settle nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.lexicon import ATTRIBUTION, JUDGEMENT
from briefing.desk.text import folded, stems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.desk.text import Sentence

COVERED = 0.75  # share of a question's content that an answering sentence holds
# Where the sentence right behind a question takes its subject up: "It will sell the harbour in May."
PRONOUN_COVERED = 0.2
TAKEN_UP = re.compile(
    r"(?i)^(?:it|they|he|she|il|elle|ils|elles) (?:will|won't|has|have|is|are|was|were|did|had|not|plans to|a|ont|va|vont|est|sont|ne)\b"
)
PRONOUN = re.compile(r"(?i)^(?:it|they|he|she|il|elle|ils|elles)\b")
WHEN = re.compile(r"^(?:On|At|By|Le|À|Dans) [^,]{2,40}?,? (?=(?:it|they|he|she|il|elle|ils|elles) )")
# "It announced that it would not": what was asked, left out.
ITS_WILL = re.compile(
    r"(?i)^(?:it|they|he|she) (?:announced|confirmed|decided|said|replied)(?: later)?(?: on \w+day)? (?:that )?(?:it|they|he|she) (?:would|will|did|had)(?: not)?\.?$"
)
TWO = 2  # of a question's stems, its verb and what it takes, that "It approved the stadium" has
LEAST = 3  # stems: fewer are held by too many sentences
HEDGED = {
    "en": re.compile(
        r"(?i)\b(?:may|might|could|would|will|should|can|must|ought|if|whether|unless|perhaps|possibly|probably|likely|unlikely|reportedly|allegedly|"
        r"apparently|suspected|alleged|believed|thought|expected|set to|due to|plans?|planned|hopes?|hoped|fears?|feared|wants?|wanted|seeks?|vowed|"
        r"pledged|promised|threatened|urged|called (?:on|for)|demanded|asked|unclear|unknown|not known|question|accused|suggest(?:s|ed)?|want|consider(?:s|ing)?|"
        r"trying|tried|proposed|proposal|propose[sd]?|investigating|looking into|debate|rumou?rs?)\b|n't\b|\bnot\b|\bno (?:one|decision|word)\b"
    ),
    "fr": re.compile(
        r"(?i)\b(?:pourrai(?:t|ent)|devrai(?:t|ent)|peut-être|probablement|si|serai(?:t|ent)|aurai(?:t|ent)|ignore|inconnue?s?|doit|doivent|va|vont|prévoit|"
        r"envisage|espère|craint|souhaite|veut|veulent|demande|appelle|présumée?s?|soupçonnée?s?|semble|risque|pas)\b"
    ),
}
DECIDED = {
    "en": re.compile(
        r"(?i)\b(?:decided|approved|voted|ruled|agreed|rejected|signed|announced|confirmed|accepted|refused|resigned|cancelled|canceled|adopted|ordered)\b"
    ),
    "fr": re.compile(
        r"(?i)\b(?:a|ont) (?:décidé|approuvé|voté|jugé|accepté|rejeté|signé|annoncé|confirmé|refusé|adopté|ordonné|démissionné)\b"
    ),
}
# What leaves a question as open as it was, right behind it.
DOUBT = {
    "en": re.compile(
        r"(?i)\b(?:(?<!in )(?<!of )(?<!by )may(?! \d)|might|could|would|should|can|if|whether|unless|perhaps|possibly|probably|likely|unlikely|unclear|unknown|question|debate|expected|hopes?|wants?|want|fears?|not sure|not say|nobody|no one|yet|"
        r"suggest\w*|believ\w+|think\w*|argu\w+|says?|said|according)\b"
    ),
    "fr": re.compile(
        r"(?i)\b(?:pourrai(?:t|ent)|devrai(?:t|ent)|peut-être|probablement|si|serai(?:t|ent)|aurai(?:t|ent)|ignore|inconnue?s?|envisage|espère|craint|souhaite|question|débat|semble|selon|personne|encore|dit)\b"
    ),
}
# "The council said that it had approved …": who says it is who decided.
ITSELF = re.compile(r"(?i)\b(?:it|he|she|they|il|elle|ils|elles) (?:had|has|have|a|ont|avait|avaient)\b")
REPLY = {
    "en": re.compile(r"(?i)^[\"“']?(?:yes|no|not |because|the answer|simple|simply|it turns out|absolutely|of course|probably|maybe|perhaps|hardly|nobody|never|apparently|"
                     r"sort of|for starters|for one|well|it depends|to be |it's because|here|that depends|that's|so (?:far|much)|in short|experts|"
                     r"(?:the |an? )?(?:[\w'-]+ ){1,5}(?:says?|said|thinks?|insists?|answers?|answered|replied|believes?) (?:yes|no|so|not))\b"),
    "fr": re.compile(r"(?i)^[\"“«]?\s?(?:oui|non|pas |parce|la réponse|bien sûr|évidemment|sans doute|peut-être|jamais|car |voici|c'est|tout simplement|apparemment)"),
}  # fmt: skip


def answered(question: str, later: Iterable[Sentence], language: str) -> bool:
    """Tell whether one of the sentences said later answers a question."""
    content = frozenset(stems(question, language))
    if len(content) < LEAST:
        return False
    return any(_covers(content, sentence.text, language) and settles(sentence.text, language) for sentence in later)


def settled_at_once(question: str, following: Iterable[Sentence], language: str) -> bool:
    """Tell whether what stands right behind a question says what it asks, be it of what will come: "It will close in May."."""
    content = frozenset(stems(question, language))
    doubt = DOUBT.get(language, DOUBT["en"])
    return len(content) >= LEAST and any(
        _covers(content, sentence.text, language, PRONOUN_COVERED if TAKEN_UP.match(folded(sentence.text)) else COVERED)
        and not folded(sentence.text).rstrip("\"'”») ").endswith("?")
        and not doubt.search(folded(sentence.text))
        for sentence in following
    )


def taken_up(question: str, following: Iterable[Sentence], language: str) -> bool:
    """Tell whether the next sentences answer a question of "it": "the council had not said …. It approved the stadium."."""
    content = frozenset(stems(question, language))
    return any(
        PRONOUN.match(plain := WHEN.sub("", folded(sentence.text)))
        and (
            ITS_WILL.match(plain) is not None
            or (settles(sentence.text, language) and len(content & frozenset(stems(plain, language))) >= TWO)
        )
        for sentence in following
    )


def settles(text: str, language: str) -> bool:
    """Tell whether a sentence is asserted: a fact in the source's own voice, or a named party's decision."""
    plain = folded(text)
    hedged, decided = HEDGED.get(language, HEDGED["en"]), DECIDED.get(language, DECIDED["en"])
    if (
        plain.rstrip("\"'”») ").endswith("?")
        or hedged.search(plain)
        or re.search(JUDGEMENT.get(language, JUDGEMENT["en"]), plain, re.IGNORECASE)
    ):
        return False
    if any(mark in plain for mark in '"“«'):
        return False
    said, did = re.search(ATTRIBUTION.get(language, ATTRIBUTION["en"]), plain, re.IGNORECASE), decided.search(plain)
    if said is None:
        return True
    return did is not None and (did.start() <= said.start() or ITSELF.search(plain, said.end()) is not None)


def replied(following: str, language: str) -> bool:
    """Tell whether the sentence right behind a question replies to it: then it was rhetoric."""
    rule = REPLY.get(language)
    return rule is not None and rule.match(folded(following)) is not None


def _covers(content: frozenset[str], text: str, language: str, least: float = COVERED) -> bool:
    return len(content & frozenset(stems(text, language))) >= least * len(content)
