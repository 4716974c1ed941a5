"""Where a happening was, who did it, and how it ended, as title and first sentence name them: what tells two of one kind apart.

A fire in Lind and a fire in Dorsk share most of their words. What differs stands at the same place of both: the town, the
club, the bank. Two reports of one happening seldom differ there without one of them naming what the other names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.lexicon import STOPWORDS
from briefing.desk.method import FAMILIAR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

SLOT = "@"  # stands before what fills a slot, and alone in a report that fills any
PLACE, ACTOR, OPPONENT, SCORE, WORD = "@p:", "@a:", "@o:", "@s:", "@w:"
# Of the words of the shorter title and first sentence, the share that the other's must have for a slot to count.
PARALLEL = {PLACE: 0.35, ACTOR: 0.5, OPPONENT: 0.5}
LEDE = 8  # words of a first sentence that tells anything
SUBJECT = 6  # words of a first sentence in which it names whom it is about
BEGINNING = 5  # letters in which a town and its people are alike
PLAIN = 50  # a number that it divides may be in any two reports by chance
_NAME = r"[A-ZÀ-Ý][^\W_]*(?:['’.-][^\W_]+)*(?: [A-ZÀ-Ý][^\W_]*(?:['’.-][^\W_]+)*)*"
WHERE = re.compile(
    r"(?<![^\W_])(?:in|near|at|off|outside|around|above|over|on|of|to|à|en|dans|sur|vers|de|près de|[dà] l['’]|d['’])\s?(?<=[\s'’])"
    rf"(?:the (?={_NAME}(?! [a-zà-ÿ])))?(?P<name>{_NAME})(?! (?:town|city|village|province|region|district|area|county|state|island) of)"
)
AGAINST = re.compile(
    r"(?:beat|beats|beating|defeat|defeats|defeated|over|past|against|with|to|hold|held|thrash(?:ed)?|edge[ds]?|bat|battent|battu|contre|"
    rf"face à) (?P<name>{_NAME})"
)
ENDED = re.compile(r"(?<![\w.,-])\d{1,3}[-–]\d{1,3}(?![\w-])")
TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# What a name shares with others of its kind.
GENERIC = frozenset(
    """port cape lake mount new saint san santa st north south east west northern southern eastern western bay city river
    island islands point upper lower great fort los las la le les el cap lac mont île ville sainte nord sud est ouest""".split()
)


def slots(title: str, opening: str, named: frozenset[str], about: Callable[[str], str]) -> Iterator[str]:
    """Give what fills a report's slots, each behind the sign of its slot; `named` are the stems of its names."""
    lede = _lede(opening)
    named |= _opening_both(title, lede, about)
    heading = "" if _all_capitals(title) else title
    scores = ENDED.findall(f"{title} {lede}")
    filled = {
        *(PLACE + name for text in (heading, lede) for name in _first(_places(text, about))),
        *(ACTOR + name for text in (heading, lede) for name in _first(_actors(text, named, about))),
        *(
            WORD + stem
            for word in TOKEN.findall(f"{title} {lede}")
            if (stem := about(word.lower())) and stem not in named
        ),
        *(SCORE + score.replace("–", "-") for score in scores),
        *(OPPONENT + name for found in AGAINST.finditer(lede) if (name := _name(found["name"], about))),
    }
    if filled:
        yield SLOT
        yield from sorted(filled)


def apart(left: Mapping[str, float], right: Mapping[str, float], names: str) -> bool:
    """Tell whether two reports fill one slot otherwise, and neither knows the other's; `names` stands before a name."""
    parallel = _parallel(left, right)
    other = any(
        _strange(slot, left, right, names) and _strange(slot, right, left, names)
        for slot, least in PARALLEL.items()
        if parallel >= least
    )
    return (other or _scored_otherwise(left, right)) and not _same_figures(left, right)


def _scored_otherwise(left: Mapping[str, float], right: Mapping[str, float]) -> bool:
    """Tell whether both name a score, and none is in both."""
    ours, theirs = (frozenset(word for word in one if word.startswith(SCORE)) for one in (left, right))
    return bool(ours and theirs) and not ours & theirs


def _parallel(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """Say which share of the words of the shorter title and first sentence the other's have."""
    ours, theirs = ({word for word in one if word.startswith(WORD)} for one in (left, right))
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _strange(slot: str, one: Mapping[str, float], other: Mapping[str, float], names: str) -> list[str]:
    """Give what fills a slot of one report and stands nowhere in the other."""
    filled = [word.removeprefix(slot).split("+") for word in one if word.startswith(slot)]
    return [name[0] for name in filled if not any(part in other or _of_one_root(part, other, names) for part in name)]


def _of_one_root(part: str, other: Mapping[str, float], names: str) -> bool:
    """Tell whether a name's beginning is that of another report's: Sorvia and the Sorvian army."""
    return len(part) >= BEGINNING and any(word.startswith(names + part[:BEGINNING]) for word in other)


def _same_figures(left: Mapping[str, float], right: Mapping[str, float]) -> bool:
    """Tell whether both give a number that no two happenings share by chance."""
    return any(word[0].isdigit() and word in right and not _plain(word) for word in left)


def _plain(word: str) -> bool:
    if not word.replace(".", "").isdecimal():
        return True  # a score, a clock
    return len(word) < 2 or (word.isdecimal() and int(word) % PLAIN == 0)  # noqa: PLR2004 - one digit


def _opening_both(title: str, lede: str, about: Callable[[str], str]) -> frozenset[str]:
    """Give the word with which title and first sentence begin, if it is none that people know: "Tessen recalls"."""
    first = [found.group() for text in (title, lede) if (found := TOKEN.match(text))]
    stem = about(first[0].lower()) if len(first) == 2 and first[0] == first[1] else ""  # noqa: PLR2004 - title and sentence
    return frozenset({stem} if stem and stem not in FAMILIAR else ())


def _lede(opening: str) -> str:
    """Give the first sentence that tells anything; nothing is split that a point alone may not end."""
    for line in opening.split("\n"):
        parts = re.split(r"(?<=[a-zà-ÿ0-9»”\"][.!?])\s+(?=[A-ZÀ-Ý«“\"])", line)
        for part in parts:
            if len(part.split()) >= LEDE:
                return part
    return ""


def _first(found: Iterable[str]) -> list[str]:
    return [one for one in found if one][:1]


def _places(text: str, about: Callable[[str], str]) -> list[str]:
    """Give the places of a line, in order."""
    return [name for found in WHERE.finditer(text) if (name := _name(found["name"], about))]


def _actors(text: str, named: frozenset[str], about: Callable[[str], str]) -> list[str]:
    """Give whom a line is about: whoever it begins with, or comes to soon."""
    placed = [found.span("name") for found in WHERE.finditer(text)]
    found = []
    for n, word in enumerate(TOKEN.finditer(text)):
        if n >= SUBJECT:
            break
        inside = any(start <= word.start() < end for start, end in placed)
        if word.group()[0].isupper() and not inside and (n or about(word.group().lower()) in named):
            found.append(_name(word.group(), about))
    return found


def _name(words: str, about: Callable[[str], str]) -> str:
    """Give a name as its telling words, cut to stems; "" where it is a day, a small word or nothing but generic."""
    kept = [
        stem
        for word in words.split()
        if word.lower() not in GENERIC and word.lower() not in STOPWORDS["en"] and (stem := about(word.lower()))
    ]
    return "+".join(kept)


def _all_capitals(title: str) -> bool:
    """Tell whether a title has capitals where no name is: its words say nothing of names then."""
    long = [word for word in TOKEN.findall(title)[1:] if len(word) > 3]  # noqa: PLR2004 - small words stay small
    return len(long) > 2 and sum(word[0].isupper() for word in long) > 0.7 * len(long)  # noqa: PLR2004 - of a few words
