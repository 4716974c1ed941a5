"""What a question or a sentence is about, across words and languages: its concepts, its names, its figures, its days."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.desk.cluster.tongues import bare, concept
from briefing.desk.cluster.tongues import folded as unaccented
from briefing.desk.counts import NUMBERS
from briefing.desk.days import MONTHS, dates_in
from briefing.desk.lexicon import CALENDAR, STOPWORDS
from briefing.desk.news import figures_of
from briefing.desk.questions import verbs
from briefing.desk.text import folded
from briefing.desk.vet.lexicon import FORMS

WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche".split()
)
WHEN = WEEKDAYS | CALENDAR["en"] | CALENDAR["fr"]
# Words that say how a thing is asked or told, and not what it is about.
EMPTY = frozenset(
    """of de happen happened happens will would shall should could may might must yet still ever behind va vont soon finally late also
    est-ce qu'est-ce quel quelle quels quelles combien comment pourquoi pourra pourront devra devront peut-il peut-elle
    va-t-il va-t-elle t-il t-elle t-ils t-elles exactement vraiment désormais enfin""".split()
)
# One thing in several words: what a later report may set for what a question says.
_SAME = """
resume restart reopen|pay fund finance|sail depart|quit resign|law bill legislation|lift scrap repeal|talk negotiation|
deal agreement accord pact|vote ballot|cost price|ship vessel boat|employee worker staff|cabinet government|order instruct|
rouvrir reprendre|accord entente|loi projet|grève débrayage
"""
SAME = {
    concept(word, "en"): concept(group.split()[0], "en")
    for group in _SAME.replace("\n", "").split("|")
    for word in group.split()
}
BEFORE = re.compile(r"(?i)\b(?:before|by|until|avant|d'ici|jusqu'(?:au|à))(?: (?:the|le|la|end of))? ?$")
PART_OF_DAY = re.compile(r" (?:morning|afternoon|evening|night|matin|midi|après-midi|soir)\b")
WEEK = dt.timedelta(days=7)
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
        plain = infinitive(word) if language == "fr" else base_of(word)
        key = concept(plain, language)
        key = SAME.get(key, key)
        found.setdefault(key, plain)
        if name:
            named.add(key)
    return Content(
        concepts=frozenset(found), names=frozenset(named), figures=figures_of(text), bases=tuple(sorted(found.items()))
    )


_IRREGULAR = """
ouvrir ouvert ouverte ouverts ouvertes ouvre|rouvrir rouvert rouverte rouvre|découvrir découvert découverte|offrir offert offerte|prendre pris prise prend
|reprendre repris reprise reprend|mettre mis mise met|permettre permis permet|vendre vendu vendue vend|rendre rendu rendue rend|faire fait faite fera feront
|interdire interdit interdite interdira|dire dit dite dira|élire élu élue|conclure conclu conclue|détruire détruit détruite|construire construit construite
|recevoir reçu reçue recevra|tenir tenu tenue tiendra|venir venu venue viendra|vivre vécu|perdre perdu perdue|mourir mort morte morts mortes mourra|devoir dû
|répondre répondu|suspendre suspendu suspendue|défendre défendu|maintenir maintenu maintenue maintiendra|obtenir obtenu obtenue obtiendra|lire lu lue|naître né née
"""
IRREGULAR = {form: forms.split()[0] for forms in _IRREGULAR.replace("\n", "").split("|") for form in forms.split()}


@lru_cache(maxsize=32768)
def infinitive(word: str) -> str:
    """Give the infinitive of a regular French verb's future or participle; any other word as it is, or nearly so."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    found = re.sub(r"(?<=\w{3})(?:(?<=er)|(?<=ir))(?:a|ont|ait|aient|ai|ons|ez)$", "", word)
    if found == word:
        found = re.sub(r"(?<=\w{2}d)r(?:a|ont|ait|aient)$", "re", word)
    return re.sub(r"(?<=\w{3})ée?s?$", "er", found) if found == word else found


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
    """Give the days on which a question asks of something: "before Friday" names none."""
    return frozenset(
        date for start, _, date in dates_in(text, published, language) if not BEFORE.search(folded(text[:start]))
    )


def last_day(text: str, published: dt.date | None, language: str) -> dt.date | None:
    """Give the last day that a question names: until then nobody need have an answer."""
    return max((date for _, _, date in dates_in(text, published, language)), default=None)


def with_dates(text: str, published: dt.date, language: str) -> str:
    """Put the date in brackets behind each weekday of a question: it stands for days, and "Tuesday" turns into another."""
    for start, end, date in reversed(dates_in(text, published, language)):
        if any(character.isdigit() for character in text[start:end]) or not WEEKDAYS & set(
            re.findall(r"[^\W\d_]+", text[start:end].lower())
        ):
            continue
        part = PART_OF_DAY.match(text, end)
        at = part.end() if part else end
        month = MONTHS[language][date.month - 1]
        told = (
            f"{month.title()} {date.day}" if language == "en" else f"{date.day}{'er' if date.day == 1 else ''} {month}"
        )
        text = f"{text[:at]} [{told}]{text[at:]}"
    return text


def days_told(text: str, published: dt.date | None, language: str) -> frozenset[dt.date]:
    """Give the days that a report may name: its "Thursday" is the one before it, or the next."""
    found = set[dt.date]()
    for start, end, date in dates_in(text, published, language):
        found.add(date)
        if published and date > published and not any(character.isdigit() for character in text[start:end]):
            found.add(date - WEEK)
    return frozenset(found)


def shares(left: str, right: str, least: int = 4) -> bool:
    """Tell whether two French words are forms of one verb, as far as their beginnings tell: "rouvrira", "rouvert"."""
    one, other = unaccented(left), unaccented(right)
    return len(one) >= least and len(other) >= least and one[:least] == other[:least]
