"""What a question or a sentence is about, across words and languages: its concepts, its names, its figures, its days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.desk.calendar import dates_in
from briefing.desk.cluster.tongues import bare, concept
from briefing.desk.cluster.tongues import folded as unaccented
from briefing.desk.counts import NUMBERS
from briefing.desk.lexicon import CALENDAR, STOPWORDS
from briefing.desk.news import figures_of
from briefing.desk.questions import verbs
from briefing.desk.text import folded
from briefing.desk.vet.lexicon import FORMS

if TYPE_CHECKING:
    import datetime as dt

WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche".split())
WHEN = WEEKDAYS | CALENDAR["en"] | CALENDAR["fr"]
# Words that say how a thing is asked or told, and not what it is about.
EMPTY = frozenset(
    """happen happened happens will would shall should could may might must yet still ever soon finally late also
    est-ce qu'est-ce quel quelle quels quelles combien comment pourquoi pourra pourront devra devront peut-il peut-elle
    va-t-il va-t-elle t-il t-elle t-ils t-elles exactement vraiment désormais enfin""".split()
)
# One thing in several words: what a later report may set for what a question says.
_SAME = """
resume restart reopen|pay fund finance|sail depart|quit resign|law bill legislation|lift scrap repeal|talk negotiation|
deal agreement accord pact|vote ballot|cost price|ship vessel boat|employee worker staff|cabinet government|order instruct|
rouvrir reprendre|accord entente|loi projet|grève débrayage
"""
SAME = {concept(word, "en"): concept(group.split()[0], "en") for group in _SAME.replace("\n", "").split("|") for word in group.split()}
_INVERTED = re.compile(r"(?i)-(?:t-)?(?:il|elle|ils|elles|on|ce)$")


@dataclass(frozen=True, slots=True)
class Content:
    """What a text is about. `bases` gives for a concept the plain word that it came from."""

    concepts: frozenset[str]
    names: frozenset[str]
    figures: frozenset[str]
    bases: tuple[tuple[str, str], ...]

    def base(self, of: str) -> str:
        """Give the word that a concept came from."""
        return dict(self.bases).get(of, of)


@lru_cache(maxsize=32768)
def content(text: str, language: str) -> Content:
    """Say what a text is about; words of the calendar are not: `days` resolves them."""
    common = STOPWORDS.get(language, STOPWORDS["en"])
    found: dict[str, str] = {}
    named: set[str] = set()
    opening = True
    for match in WORD.finditer(folded(text)):
        word = bare(_INVERTED.sub("", match.group()) if language == "fr" else match.group(), language)
        capital = match.group()[0].isupper() or (language == "fr" and word[:1].isupper())
        name, opening = capital and not opening, bool(re.match(r"\s*[.!?:]\s", text[match.end() : match.end() + 3]))
        word = word.lower()
        if word in common or word in WHEN or word in EMPTY or word in NUMBERS or len(word) < 2 or word[0].isdigit():  # noqa: PLR2004 - a letter alone
            continue
        plain = base_of(word) if language != "fr" else word
        key = concept(plain, language)
        key = SAME.get(key, key)
        found.setdefault(key, plain)
        if name:
            named.add(key)
    return Content(
        concepts=frozenset(found), names=frozenset(named), figures=figures_of(text), bases=tuple(sorted(found.items()))
    )


@lru_cache(maxsize=32768)
def base_of(word: str) -> str:
    """Give the base of an English verb's form; any other word as it is."""
    if word in verbs.BASES:
        return word
    for forms in (verbs.PAST, verbs.THIRD, verbs.GERUNDS):
        if word in forms:
            return forms[word]
    return FORMS.get(word, word)


def days(text: str, published: dt.date | None, language: str) -> frozenset[dt.date]:
    """Give the days that a text names; « mardi » and "Tuesday" are the next one from when it was published."""
    return frozenset(date for _, _, date in dates_in(text, published, language))


def shares(left: str, right: str, least: int = 4) -> bool:
    """Tell whether two French words are forms of one verb, as far as their beginnings tell: "rouvrira", "rouvert"."""
    one, other = unaccented(left), unaccented(right)
    return len(one) >= least and len(other) >= least and one[:least] == other[:least]
