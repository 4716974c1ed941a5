"""Where independent outlets place one happening elsewhere, or one reports what the other has denied.

Two sentences must say the same but for the place, and each must name one near which, or in which part of which, it was:
a town and its country are no contradiction. What is denied must be said by the other outlet in most of its words.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.desk.cite import point
from briefing.desk.cluster.about import about
from briefing.desk.order import moment
from briefing.desk.text import WORD, folded, language_of, sentences
from briefing.model import Disagreement, Position

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model import Story

TOP = 8  # sentences of a report
SAME_MOMENT = dt.timedelta(hours=3)
SAME, SHARED = 0.6, 2  # share of the words of both sentences that they have in common, and how many at least
SAID, SAID_WORDS = 0.7, 3  # of what is denied that the other outlet says
LONGEST = 5
_NAME = r"[A-ZÀ-Ý][\w’'-]+(?:[ -][A-ZÀ-Ý][\w’'-]+)*"
PART = (
    r"district|districts|quarter|suburb|suburbs|valley|bay|village|outskirts|neighbourhood|neighborhood|island|islands|hills|forest|"
    r"coast|harbour|port|part|end|side|street|square|vallée|baie|quartier|faubourg|banlieue|île|forêt|côte|rue|place|village"
)
# Where it was: near a place, or in a part of one.
WHERE = re.compile(
    rf"(?P<place>\b(?:(?:[Nn]ear|[Oo]utside|[Oo]ff|[Cc]lose to|(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est) of|près de|non loin de|au large de|"
    rf"au (?:nord|sud) de|à l['’](?:est|ouest) de)\s(?:the\s|la\s|le\s|l['’])?(?:(?:{PART})\s(?:of|de|d['’])\s?)?(?P<near>{_NAME})|"
    rf"(?:[Ii]n|[Oo]n|[Aa]t|dans|sur|à)\s(?:the|an?|la|le|l['’]|une?|les)\s?(?:[\w-]+\s){{0,2}}?(?:{PART})\s(?:of|in|near|de|d['’]|du)\s?(?P<part>{_NAME})|"
    rf"[Ii]n\s(?:the\s)?(?P<named>{_NAME})\s(?:{PART})))\b"
)
DENIES = re.compile(
    r"(?i)\b(?:den(?:y|ies|ied)|(?:has|have|had|with) no (?:plans?|intention) (?:to|of)|(?:will|would|does|did|has|have) not|(?:won|didn|hasn)'t|dismiss(?:es|ed)|reject(?:s|ed)?|disput(?:e|es|ed)|nie(?:nt)?|dément(?:ent)?|a (?:démenti|nié|contesté)|ont (?:démenti|nié)|"
    r"conteste(?:nt)?)\b(?P<what>(?: (?:the )?(?:claim|report|allegation|suggestion|accusation)s?)?(?: that|,? (?:que|qu'))?[^;]*)"
)
ATTRIBUTED = re.compile(  # who says it may be another in each
    r"(?i),?\s(?:according to|selon|d['’]après)\s[^,.;]+|,\s[^,.;]{2,50}\s(?:said|says|announced|reported)\s*\.?\s*$|"
    r",\s(?:a|ont) (?:indiqué|dit|annoncé|précisé|déclaré)[^,.;]*"
)
UNSURE = re.compile(
    r"(?i)\b(?:could|might|(?-i:may)|would|if|whether|not|never|no|den(?:y|ies|ied)|reject\w*|disput\w*|ne|n'|pas|jamais|nie|dément\w*|"
    r"pourrait|contest\w*)\b|n't\b|\bn'"
)
AHEAD = re.compile(r"(?i)\bwill\b")  # what is to be has no place yet; whether it is to be can be denied
ROOT = 4  # letters that "close" and "closure" share


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a report, with the stems of its words."""

    source: int
    start: int
    end: int
    text: str
    stems: dict[str, str]


def contradictions(story: Story, voices: Sequence[Sequence[int]]) -> list[Disagreement]:
    """Give the first place, and the first claim, on which two voices contradict each other at one moment."""
    told = [[said for source in group for said in _said(story, source)] for group in voices]
    found: list[Disagreement] = []
    for judge in (_elsewhere, _denied):
        pairs = (
            pair
            for left, right in itertools.permutations(told, 2)
            for pair in itertools.product(left, right)
            if _at_once(story, *pair)
        )
        answers = (judge(story, one, other) for one, other in pairs)
        found.extend(itertools.islice((answer for answer in answers if answer), 1))
    return found


def _said(story: Story, source: int) -> Iterator[Said]:
    article = story.reports[source].article
    language = language_of(article)
    for sentence in sentences(article)[:TOP]:
        yield Said(source, sentence.start, sentence.end, sentence.text, _stems(sentence.text, language))


def _stems(text: str, language: str) -> dict[str, str]:
    found = {about(word.lower(), language): word for word in WORD.findall(folded(text))}
    return {stem: word for stem, word in found.items() if stem and stem not in SAYING}


SAYING = frozenset("say said told report accord selon indiqu claim affirm deny".split())


def _at_once(story: Story, one: Said, other: Said) -> bool:
    return abs(moment(story.reports[one.source]) - moment(story.reports[other.source])) <= SAME_MOMENT


def _elsewhere(story: Story, one: Said, other: Said) -> Disagreement | None:
    """Compare where two sentences, that else say the same, say that it was."""
    places = [list(WHERE.finditer(folded(said.text))) for said in (one, other)]
    if any(len(found) != 1 for found in places) or any(
        rule.search(folded(said.text)) for said in (one, other) for rule in (UNSURE, AHEAD)
    ):
        return None
    here, there = (found[0] for found in places)
    names = [next(name for name in found.groups()[1:] if name) for found in (here, there)]
    texts = [story.reports[said.source].article.title + "\n" + story.reports[said.source].text for said in (one, other)]
    if any(names[n].casefold() in texts[1 - n].casefold() for n in (0, 1)):
        return None  # it knows the other's place: one is near, or in, the other
    rest = [_without(story, said, at) for said, at in ((one, here), (other, there))]
    shared = rest[0] & rest[1]
    if len(shared) < SHARED or len(shared) < SAME * len(rest[0] | rest[1]):
        return None
    words = [word for stem, word in one.stems.items() if stem in shared][:LONGEST]
    return _put(
        story, " ".join(words), [(one, one.text[slice(*here.span())]), (other, other.text[slice(*there.span())])]
    )


def _without(story: Story, said: Said, at: re.Match[str]) -> frozenset[str]:
    """Give what a sentence says beside its place, and beside who says it."""
    text = f"{said.text[: at.start()]} {said.text[at.end() :]}"
    return frozenset(_stems(ATTRIBUTED.sub(" ", text), language_of(story.reports[said.source].article)))


def _denied(story: Story, one: Said, other: Said) -> Disagreement | None:
    """Find what the one says and the other denies."""
    denial = DENIES.search(folded(other.text))
    if denial is None or UNSURE.search(folded(one.text)):
        return None
    language = language_of(story.reports[other.source].article)
    denied = _stems(other.text[denial.start("what") : denial.end("what")], language)
    who = _stems(other.text[: denial.start()], language).keys() & one.stems.keys()  # of whom it is said, and who denies
    roots = {stem[:ROOT] for stem in one.stems}
    shared = {stem for stem in denied if stem in one.stems or (len(stem) > ROOT and stem[:ROOT] in roots)}
    if len(shared | who) < SAID_WORDS or len(shared) < max(SHARED, SAID * len(denied)):
        return None
    words = [word for stem, word in denied.items() if stem in shared][:LONGEST]
    return _put(story, " ".join(words), [(one, one.text), (other, other.text)])


def _put(story: Story, matter: str, sides: Sequence[tuple[Said, str]]) -> Disagreement:
    return Disagreement(
        about=matter,
        positions=tuple(
            Position(value=value, evidence=(point(story, said.source, said.start, said.end),)) for said, value in sides
        ),
    )
