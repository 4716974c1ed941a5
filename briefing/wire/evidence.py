"""What speaks for and against a passage being of the article: numbers between 0 and 5 by name, the same every time."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from briefing.wire.furniture import is_byline, is_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.wire.passages import Passage, Place

Evidence: TypeAlias = dict[str, float]

_WORD = re.compile(r"\w+")
_GRAM = 5
_SURE = 0.5  # of a passage's grams: then an extractor has it
_FAR = 30
_AROUND = 0.8  # of its worth, a passage is worth to what stands around
_LINE_SIGNS = 200
_SENTENCE_END = frozenset('.!?…"”“»)。！？')
_STOCK = frozenset(
    (
        "newsletter newsletters cookie cookies abonnieren abonniere abonniert abonnement abonnements abonnez abonnés abonnenten abo"
        " subscribe subscribed subscriber subscribers subscription suscríbete suscribirse suscripción suscriptores copyright"
        " datenschutz datenschutzerklärung privacy impressum kommentar kommentare kommentieren comment comments comentario comentarios"
        " commentaires teilen share shares partager compartir facebook twitter instagram whatsapp linkedin telegram pinterest youtube"
        " email mail login anmelden registrieren registriert register regístrate weiterlesen lesen related lire lea leer click klicken"
        " klicke klick foto fotos bild quelle photo photos credit getty shutterstock pixabay alliance werbung anzeige anzeigen sponsor"
        " sponsored advertisement advertising coffee patreon paypal donate donation spende spenden autor autorin author redaktion"
        " redakteur staff follow folge folgen folgt rights rechte alle posted tag tags kategorie kategorien category categories"
        " categorías previous next nächster nächste vorheriger uhr permalink pingback trackback powered wordpress download downloads pdf"
        " drucken print app apps kostenlos jetzt gratis shop mehr hier infos"
    ).split()
)  # fmt: skip - the words of what stands around
_STOCK_WORDS = 30  # of a passage's first words
_ELSEWHERE = re.compile(
    r"(?:related|more|most|popular|latest|recommended|trending|comments?|leave a|share|newsletter|about the author|you (?:may|might)"
    r"|mehr|weitere|ähnliche|auch interessant|das könnte|verwandte|kommentare?|newsletter|über den autor|teilen|neueste|aktuelle|beliebt"
    r"|notas relacionadas|relacionad|más (?:noticias|leíd)|te puede|comentarios|temas|à lire|lire aussi|sur le même|articles? (?:liés|similaires)"
    r"|commentaires?|leggi anche|lees ook|zobacz|czytaj)\b",
    re.IGNORECASE,
)  # fmt: skip - the words of headings under which other things stand


def plain(text: str) -> str:
    """A text's words alone, so that two ways of writing it down can be compared."""
    return " ".join(_WORD.findall(text.lower()))


class Said:
    """What somebody gave as the article's text: asked how much of a passage is in it."""

    def __init__(self, texts: Sequence[str]) -> None:
        parts = [plain(text) for text in texts]
        self._parts = frozenset(parts)
        self._whole = f" {' '.join(parts)} "
        words = self._whole.split()
        self._grams = frozenset(zip(*(words[start:] for start in range(_GRAM)), strict=False))

    def share(self, words: str) -> float:
        """How much of a passage's plain words is in it: of a few words only the whole, standing alone, counts."""
        if words in self._parts:
            return 1.0
        parts = words.split()
        if len(parts) < _GRAM - 1:
            return 0.0
        if f" {words} " in self._whole:
            return 1.0
        grams = list(zip(*(parts[start:] for start in range(_GRAM)), strict=False))
        return sum(gram in self._grams for gram in grams) / len(grams) if grams else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What else is known of the article: its title and summary, and its text where the page's data hold it."""

    title: str = ""
    summary: str = ""
    body: str = ""


@dataclass(slots=True, kw_only=True)
class Looked:
    """A page looked at once: its passages, the plain words of each, the place with most prose."""

    found: list[Passage]
    words: list[str]
    home: Place | None


def look(found: list[Passage]) -> Looked:
    """Look at a page's passages."""
    return Looked(found=found, words=[plain(passage.text) for passage in found], home=heart(found))


def evidence_of(page: Looked, first: Sequence[float], second: Sequence[float], hints: Hints) -> list[Evidence]:
    """All the evidence for each passage; `first` and `second` are the shares that the extractors have of each."""
    rows = [_of_itself(passage, said) for passage, said in zip(page.found, page.words, strict=True)]
    for row, one, other in zip(rows, first, second, strict=True):
        row["first"], row["second"] = one, other
    _of_place(rows, page)
    _of_neighbours(rows, page.found)
    _of_hints(rows, page.words, hints)
    return rows


def _of_itself(passage: Passage, words: str) -> Evidence:
    """What a passage's own words and its element say."""
    text, place, count = passage.text, passage.place, words.count(" ") + 1
    return {
        "length": math.log1p(count),
        "long": float(count > 25),  # noqa: PLR2004 - words of a sentence of some length
        "short": float(count < 6),  # noqa: PLR2004 - words of a label
        "linked": passage.linked,
        "all linked": float(passage.linked > 0.8),  # noqa: PLR2004 - a full stop may stand beside the link
        "sentence": float(text[-1] in _SENTENCE_END),
        "colon": float(text[-1] == ":"),
        "commas": min(3.0, text.count(",") / 2),
        "digits": sum(map(str.isdigit, text[:_LINE_SIGNS])) / len(text[:_LINE_SIGNS]),
        "capitals": float(text.isupper()),
        "stock": float(min(3, sum(map(_STOCK.__contains__, words.split(" ", _STOCK_WORDS)[:_STOCK_WORDS])))),
        "furniture": float(is_line(text)),
        "byline": float(len(text) < _LINE_SIGNS and is_byline(text)),
        "heading": float(passage.kind == "heading"),
        "item": float(passage.kind == "item"),
        "row": float(passage.kind == "row"),
        "quote": float(passage.kind == "quote"),
        "p": float(place.tag == "p"),
        "h1": float("h1" in place.tags),
    }


def _of_place(rows: list[Evidence], page: Looked) -> None:
    """What is around it is called, and how much of the page's prose is there."""
    found, home = page.found, page.home
    inside: dict[Place, bool] = {}
    seen = Counter(passage.text for passage in found)
    elsewhere = False
    for number, (row, passage) in enumerate(zip(rows, found, strict=True)):
        place = passage.place
        if passage.kind == "heading":
            elsewhere = bool(_ELSEWHERE.match(passage.text))
        row["hostile"] = float(min(3, place.hostile))
        row["friendly"] = float(min(3, place.friendly))
        row["named furniture"] = float(place.furniture)
        row["comments"] = float(place.comments and row["first"] < _SURE)
        row["aside"] = float(not place.tags.isdisjoint(("aside", "nav", "footer")))
        row["header"] = float("header" in place.tags)
        row["figure"] = float("figure" in place.tags)
        row["home"] = float(not place.tags.isdisjoint(("article", "main")))
        row["heart"] = float(_within(place, home, inside))
        row["form"] = float("form" in place.tags and not row["heart"])  # some pages stand in a form as a whole
        row["again"] = float(seen[passage.text] > 1)
        row["elsewhere"] = float(elsewhere)
        row["position"] = number / len(found)


def _within(place: Place, home: Place | None, known: dict[Place, bool]) -> bool:
    """Whether a place is in another, remembered for those that ask again."""
    if place not in known:
        known[place] = place.is_in(home)
    return known[place]


def heart(found: Sequence[Passage]) -> Place | None:
    """The place with most prose in or near it, as readability finds it: by long passages with few links."""
    weight: dict[Place, float] = {}
    for passage in found:
        words = passage.text.count(" ") + 1
        if is_prose(passage):
            share = float(words)
            for place in passage.place.line():
                weight[place] = weight.get(place, 0.0) + share
                share *= _AROUND
    return max(weight, key=weight.__getitem__) if weight else None


def is_prose(passage: Passage) -> bool:
    """Whether a passage is running text: some words, few of them linked."""
    return passage.linked < 0.4 and passage.text.count(" ") >= 9  # noqa: PLR2004 - found on the development pages


def _of_neighbours(rows: list[Evidence], found: Sequence[Passage]) -> None:
    """Whether what stands before, after and beside it was chosen by the extractors."""
    chosen = [(row["first"] + row["second"]) / 2 > _SURE - 0.01 for row in rows]
    hits = [number for number, taken in enumerate(chosen) if taken]
    start, end = (hits[0], hits[-1]) if hits else (len(rows), -1)
    beside = Counter(passage.place.parent for passage in found)
    taken_beside = Counter(passage.place.parent for passage, taken in zip(found, chosen, strict=True) if taken)
    taken_here = Counter(passage.place for passage, taken in zip(found, chosen, strict=True) if taken)
    before, after = _gaps(chosen), _gaps(chosen[::-1])[::-1]
    for number, (row, passage) in enumerate(zip(rows, found, strict=True)):
        around = passage.place.parent
        others = taken_beside[around] - chosen[number]
        row["between"] = float(start < number < end)
        row["ahead"] = float(number < start)
        row["behind"] = float(number > end)
        row["gap before"] = math.log(before[number])
        row["gap after"] = math.log(after[number])
        row["touching"] = float((before[number] == 1) + (after[number] == 1))
        row["siblings' share"] = others / (beside[around] - 1) if beside[around] > 1 else 0.5
        row["siblings"] = float(min(5, others))
        row["holds"] = float(taken_here[passage.place] > 0)


def _gaps(chosen: Sequence[bool]) -> list[int]:
    """How far back the next chosen one is, for each."""
    gaps, last = [], -_FAR
    for number, taken in enumerate(chosen):
        gaps.append(min(_FAR, number - last))
        if taken:
            last = number
    return gaps


def _of_hints(rows: list[Evidence], words: Sequence[str], hints: Hints) -> None:
    """What the title, the summary and the page's data have of it."""
    title, summary = set(plain(hints.title).split()), plain(hints.summary)
    told = set(summary.split())
    body = Said([hints.body]) if len(hints.body) > 400 else None  # noqa: PLR2004 - signs: less is a summary
    for row, said in zip(rows, words, strict=True):
        own = set(said.split()) or {""}
        row["title"] = len(title & own) / len(own)
        row["summary"] = len(told & own) / len(own) if len(told) > 5 and len(own) > 5 else 0.0  # noqa: PLR2004 - words
        row["lead"] = float(len(summary) > 50 and len(said) > 50 and said[:50] == summary[:50])  # noqa: PLR2004 - signs
        share = body.share(said) if body else 0.0
        row["data"] = share
        row["not in data"] = float(body is not None and share < _SURE)
