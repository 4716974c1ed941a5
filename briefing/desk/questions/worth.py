"""What a question is worth.

The bar for printing was set on questions of unseen news articles, judged blind: see docs/questions.md.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from briefing.desk.questions.definite import leaning, named
from briefing.desk.questions.form import AUX
from briefing.desk.questions.naming import INSTITUTION, PLACES
from briefing.desk.questions.nouns import BARE
from briefing.desk.questions.small_words import DETERMINERS
from briefing.desk.text import stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.desk.questions.raised import Raised
    from briefing.desk.text import Sentence
    from briefing.model import Report

PRINTED = 0.72
SAYING = 3  # stems: fewer, and no name, say of nobody
LIGHT = frozenset(stems("caused led behind involved take place show find happen authentic succeed", "en"))
OPENING = 3  # sentences that say what an article is about
CENTRAL = 0.7  # what sharing all its content with the opening is worth
LOST = 0.5  # what it costs to name nobody and to lean on the story: "the deal"
SLIGHT = 0.2  # what it costs to touch nothing that changes the lives of many
DEEP = 0.3  # what standing at an article's end costs
FAMILIES = {
    "subhead": 2.0, "asked": 0.7, "unknown": 1.6, "asking": 1.4, "noun": 1.6, "outcome": 1.4, "plan": 1.1, "will": 0.6, "talks": 1.5,
    "demand": 1.1, "denied": 1.0, "toll": 1.4, "probe": 1.6, "claim": 1.2, "may": 1.1, "plan, mild": 0.4, "deal": 1.5, "verdict": 1.0, "election": 1.3, "match": 1.2, "bill": 1.3, "condition": 0.8, "awaited": 1.2, "lost": 1.4, "suit": 1.3, "bid": 1.1, "may, mild": 0.4,
    "yet": 1.2, "inquiry": 1.3, "law": 1.2, "scheme": 0.9, "request": 1.3, "search": 1.3, "hurt": 0.8, "detail": 0.9, "unsolved": 1.4,
}  # fmt: skip
INSTITUTIONAL = 0.3  # what asking of a state, a court, a company adds to a plan
YES_NO = 0.8  # what a question of the source's own that can be answered by yes or no has before another
# Whom only the sentences before can tell.
VAGUE = re.compile(
    r"(?i)^(?:\w+ ){1,2}the (?:man|woman|men|women|two|three|pair|couple|company|group|suspect|victim|victims|boy|girl|case|site|move|team|product|"
    r"technology|study|law|bill|plan|deal|program|project|event|film|book|report|statement|letter|latter|company's|family|incident|other|others|"
    r"same|new|former|duo|firm|agency|program|show|song|game|child|children|person|student|teen|teenager|actor|singer|author|attorney|lawyer)\b(?! (?:of|for|in|that|to|on|between) )"
)
LAPSED = re.compile(
    r"(?i)\b(?:in (?:19|20)\d\d|last \w+|yesterday|earlier|ago|at the time|years later)\b|^In (?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d),"
)

PLAIN = frozenset("asked asking unknown may condition plan will demand".split())
# What is said of every such case, or by a writer of himself, is no news.
GENERIC = re.compile(
    r"(?i)\b(?:every time|test to|must determine|helps? (?:to )?determine|criteria|in such cases|when you|if you|I don't know|I do not know|I'm not sure|we don't know|(?:he|she) (?:didn't|did not) know|we (?:need|must|should|have)|tools?)\b"
)


# What changes the lives of many, or is a state's, a court's or a company's to decide: our own list.
GRAVE = re.compile(
    r"(?i)\b(?:wars?|peace\w*|truce|cease-?fire|deals?|agreements?|treaty|treaties|accords?|pacts?|sanctions?|nuclear|weapons?|arms|missiles?|troops|army|forces|invade\w*|invasion|attacks?|strikes?|terror\w*|hostages?|rebels?|"
    r"elections?|referendum|votes?|presiden\w+|senate|senators?|congress|parliament|lawmakers|supreme|courts?|judges?|bills?|laws?|legal\w*|illegal|bans?|tax\w*|tariffs?|budget|rates?|subsid\w+|prices?|jobs|workers|employees|plants?|"
    r"factor\w+|mills?|mines?|banks?|debts?|unions?|dams?|bridges?|tunnels?|reactors?|pipelines?|hospitals?|schools?|airports?|ports?|harbours?|railways?|trains?|ferr\w+|planes?|aircraft|flights?|crash\w*|explosions?|blasts?|floods?|fires?|"
    r"outages?|derail\w+|collapse\w*|sink\w*|sank|outbreaks?|virus|vaccines?|ebola|drugs?|epidemic|famine|refugees?|asylum|migrants?|border|climate|emissions|oil|gas|power|water|grain|fuel|energy|ministers?|ministry|government|cabinet|council|"
    r"commission|state|states|nations?|united|european|resign\w*|impeach\w*|extradit\w+|sue|lawsuit|appeal\w*|merge\w*|takeover|acquire|sell|sale|close|closure|reopen|shut|recall|licen[cs]e|inquiry|investigat\w+|kill\w*|died|die|deaths?|dead|"
    r"survive|survivors?|missing|found|bombings?|shootings?|rights|constitution\w*|independence|territor\w+|talks|negotiat\w+|reforms?|pensions?|health|safety|security|toll|evacuat\w+|rebuil\w+|pay|fund\w*|cut|cuts|raise|approve|ISIS|NATO|UN|EU)\b"
)


# Details, and more of what was there already: true questions, and nobody's.
NARROW = re.compile(
    r"(?i)^(?:which |how (?:many|much) .+ involved|will (?:additional|more|further|other|any|some|there also) |what did the |how did .+ (?:get|obtain|become) )|"
    r"\b(?:early|late) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\bday (?:night|morning|afternoon|evening)\b|\bany (?:deal|agreement)\b"
)
FORESEEN = frozenset("demand plan may condition bill will".split())
# What is said to be wanted and binds nobody.
MILD = re.compile(
    r"(?i)^will (?:[\w.'-]+ ){1,5}?(?:support|help|press|confirm|review|participate|ignore|require|consider|continue|urge|encourage|address|ensure)\b"
)


UNNAMED = frozenset(
    (
        "Who will win the general election?",
        "Who will win the presidential election?",
        "How will the judge rule?",
        "How will the court rule?",
        "Who will win the parliamentary elections?",
        "What will the outcome of the investigation be?",
    )
)


def worth(item: Raised, report: Report, split: Sequence[Sentence]) -> float:
    """Score a question: how surely its family asks well, how near it is to what its article is about."""
    content = set(stems(item.text, item.language))
    opening = {stem for sentence in split[:OPENING] for stem in stems(sentence.text, item.language)}
    opening |= set(stems(report.title, item.language))
    share = len(content & opening) / max(1, len(content))
    depth = item.start / max(1, len(report.text))
    score = FAMILIES[item.family] + CENTRAL * (share - 0.5) - DEEP * depth
    if item.family == "asked" and item.text.split()[0].lower() in AUX:
        score += YES_NO
    if item.family.partition(",")[0] in ("plan", "will", "demand", "may", "condition") and _institutional(item.text):
        score += INSTITUTIONAL
    score -= _faults(item, report.text[item.start : item.end])
    return round(score - 0.03 * max(0, len(item.text.split()) - 16), 9)


def _faults(item: Raised, said: str) -> float:
    """Sum up what speaks against a question: that it does not say of whom, that it is over, that it asks of things in general."""
    family = item.family.partition(",")[0]
    dull = (family == "will" or item.family == "plan, mild") and not _institutional(item.text)
    gossip = item.text.startswith("What happened ") and not item.text.startswith("What happened to ")
    return math.fsum(
        cost
        for cost, fault in (
            (0.9, family != "lost" and VAGUE.match(item.text)),
            (0.5, BARE.search(item.text) or item.text in UNNAMED),
            (0.5, family not in ("asked", "subhead") and _nameless(item.text, item.language)),
            (1.5, LAPSED.search(said)),
            (0.9 if family == "asked" else 0.5, family in PLAIN and _bare(item.text)),
            (0.5, dull),  # a match, a sale, a tour: what is due comes
            (1.2, gossip),
            (0.5, GENERIC.search(said)),
            (SLIGHT, item.language == "en" and not GRAVE.search(item.text)),
            (0.6, NARROW.search(item.text)),
            (0.4, family in FORESEEN and MILD.match(item.text)),
            (0.3, family in FORESEEN and item.language == "en" and leaning(item.text)),
            (0.4, family == "deal" and not named(item.text)),
            (LOST, item.language == "en" and leaning(item.text) and not named(item.text)),
        )
        if fault
    )


def _nameless(text: str, language: str) -> bool:
    """Tell whether a question says too little to be asked away from its article: "Are the photographs authentic?"."""
    named = any(word[0].isupper() or word[0].isdigit() for word in text.split()[1:])
    return not named and len(set(stems(text, language)) - LIGHT) < SAYING


def _bare(text: str) -> bool:
    """Tell whether a question asks of things in general: "Will schools be closed?"."""
    parts = text.split()
    return parts[0].lower() in AUX and parts[1].islower() and parts[1] not in DETERMINERS | {"there"}


def _institutional(text: str) -> bool:
    opening = [word.strip(",?").lower().removesuffix("'s") for word in text.split()[1:4]]
    return any((word in INSTITUTION or word in PLACES) and not word.endswith("day") for word in opening)
