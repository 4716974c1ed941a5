"""What a report is about: its words, those of its title and its names more than others.

Where, when and by whom it was filed is not what it is about: two reports of one agency from one town on one day share
all of that. So datelines, the names of outlet, agency and author, and dates are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from briefing.desk.cluster.slots import slots
from briefing.desk.cluster.tongues import bare, concept
from briefing.desk.lexicon import AGENCIES, CALENDAR, STOPWORDS
from briefing.desk.text import WORD, dateline, language_of, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.model import Block, Report

OPENING = 250  # words of a text that say what it is about
CHARACTERS = 16 * OPENING  # enough to hold them
FILED = 40  # blocks in which an agency may be credited
NAME_WEIGHT = 1.3
TITLE_WEIGHT = 2
NAMES = "="  # stands before a name, and alone in a report that has any
ENOUGH = 1.2  # times a word is said at which it has gained half of what saying it again can gain it
DAYS, YEARS = range(32), range(1900, 2100)  # numbers that are probably a date's
WHEN = {language: frozenset(map(stem, calendar)) for language, calendar in CALENDAR.items()}
AND = re.compile(r"(?i)^by |,? and |,? et |, ")
AGENCY = re.compile(rf"\b(?:{'|'.join(map(re.escape, AGENCIES))})\b")
CREDITED = re.compile(r"\(([^()]+)\)")
# A capital where no sentence begins: behind a small letter, a figure, a comma or a closed quotation.
NAMED = re.compile(r" (?<=[^\W_A-Z] |[,;’”)] )([^\W\d_a-zà-ÿ][^\W_]*(?:['’.-][^\W_]+)*)")

Vector = dict[str, float]


def features(report: Report) -> Vector:
    """Say what a report is about: each word that carries meaning, cut to its stem, and how much it says there.

    Words of other languages than English are given as the English ones that they are known to stand for
    (`tongues.concept`), so that reports in two languages can be about the same. Which of them are names, and which fill a
    slot, is marked by words of no weight (`NAMES`, `slots`).
    """
    language = language_of(report.article)
    carriers = _carriers(report)
    told = _unsigned(_told(report.article.blocks), carriers)
    opening = " ".join(told.split()[:OPENING])
    counts = Counter[str]()
    for word, said in Counter(WORD.findall(opening.lower())).items():
        counts[about(word, language)] += said
    for word in WORD.findall(_unsigned(report.title, carriers).lower()):
        counts[about(word, language)] += TITLE_WEIGHT
    del counts[""]
    named = {about(name.lower(), language) for name in NAMED.findall(opening)}
    weights = {
        word: (1 + ENOUGH) * n / (n + ENOUGH) * (NAME_WEIGHT if word in named else 1) for word, n in counts.items()
    }
    named &= weights.keys()
    marks = (NAMES, *(NAMES + word for word in sorted(named))) if named else ()
    filled = slots(_unsigned(report.title, carriers), told, frozenset(named), partial(about, language=language))
    return weights | dict.fromkeys((*marks, *filled), 0.0)


@lru_cache(maxsize=65536)
def about(word: str, language: str) -> str:
    """Give the stem of a word in lower case; "" where it carries no meaning or says when."""
    plain = bare(word, language)
    if plain in STOPWORDS.get(language, STOPWORDS["en"]) or not (len(plain) > 1 or plain.isdigit()):
        return ""
    cut = stem(plain)
    if cut in WHEN.get(language, WHEN["en"]) or _of_a_date(cut):
        return ""
    return concept(plain, language)


def _told(blocks: Iterable[Block]) -> str:
    """Give the opening of a text without its datelines."""
    return "\n".join(_opening(blocks))


def _opening(blocks: Iterable[Block]) -> Iterator[str]:
    room = CHARACTERS
    for block in blocks:
        if room <= 0:
            return
        yield block.text[len(dateline(block.text)) :][:room]
        room -= len(block.text)


def _carriers(report: Report) -> list[str]:
    """Name outlet, authors and agency, the longest first."""
    carriers = {report.feed.name, report.article.site}
    carriers |= {name for by in (report.article.byline, report.heard.entry.author) for name in AND.split(by)}
    for block in report.article.blocks[:FILED]:
        carriers.update(CREDITED.findall(dateline(block.text)))
    return sorted((name for name in carriers if len(name) > 1), key=lambda name: (-len(name), name))


def _unsigned(text: str, carriers: Iterable[str]) -> str:
    """Leave out the names of those who carried a report, wherever they stand."""
    for name in carriers:
        if name in text:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", text)
    return AGENCY.sub(" ", text)


def _of_a_date(word: str) -> bool:
    return word.isdecimal() and len(word) <= 4 and (int(word) in DAYS or int(word) in YEARS)  # noqa: PLR2004 - a year has four digits
