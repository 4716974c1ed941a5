"""Text and its parts: sentences with their exact spans, words, names, and which language it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.desk.lexicon import ABBREVIATIONS, AGENCIES, MAY_END, STOPWORDS

if TYPE_CHECKING:
    from briefing.model import Article, BlockKind

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
END = re.compile(r"(?:[.!?]+|…)[\"'”’»)\]]*(?:[ \u00a0\u202f]»)?")
SAID = re.compile(
    r"(?:[A-ZÀ-Ý][\w’'.-]*\s+){1,4}(?:said|says|asked|told|replied|added|wrote|shouted|warned)\b"
    r"|(?:said|asked|says|replied|added|wrote|a dit|dit|demande|lance|assure|explique)\b"
)
OPENING = "\"'“‘«(["
PROMPTS = 3  # blocks that end in a question: two may be rhetoric, three are a habit
# What an agency sets before its report: a place in capitals ("PORT ALDEN, Nov 24 (Beta Wire) - ", "KYIV, Ukraine — "), or
# one that a day or an agency vouches for ("Paris (AFP) — ", "Ottawa, 24 novembre (La Presse canadienne) – "), or these alone.
_CAPITALS = r"[A-ZÀ-Ý][A-ZÀ-Ý.’'/-]+(?: [A-ZÀ-Ý][A-ZÀ-Ý.’'/-]*){0,3}"
_NAMED = r"[A-ZÀ-Ý][\w.’'-]*(?: [A-ZÀ-Ý][\w.’'-]*){0,3}"
_DAY = r"(?:le )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}(?:er)? [A-Za-zéû]{3,9}\.?)(?:,? \d{4})?"
_AGENCY = r"(?:\([^()]{2,40}\)|/[^/\s][^/]{0,39}/)"
_WIRE = (
    r"\((?:[^()]{0,30}\b(?:Press|Presse|Wire|Newswire|News|Agency|Agence|Media)\b[^()]{0,15}|"
    rf"{'|'.join(map(re.escape, AGENCIES))})\)"
)
DATELINE = re.compile(
    rf"(?:{_CAPITALS}(?:, {_NAMED}){{0,2}}(?:,? {_DAY})?(?: {_AGENCY})?|{_NAMED}(?:, {_NAMED}){{0,2}}(?:,? {_DAY})? {_WIRE}|"
    rf"(?:{_DAY} )?{_AGENCY})(?:\s+[-–_]{{1,2}}\s+|\s*—\s*)(?=[\"'“«‘(]?\s?[A-ZÀ-Ý0-9])"
)
LAST_WORD = re.compile(r"([^\s“‘«(\[\"—–-]+)$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: where it stands in its article's text, in which block, and of what kind that block is."""

    start: int
    end: int
    block: int
    kind: BlockKind
    text: str


def sentences(article: Article) -> tuple[Sentence, ...]:
    """Split an article's text into sentences; a block's end always ends one."""
    found, offset = [], 0
    for number, block in enumerate(article.blocks):
        for start, end in split(block.text):
            found.append(Sentence(offset + start, offset + end, number, block.kind, block.text[start:end]))
        offset += len(block.text) + 1
    return tuple(found)


def split(line: str) -> tuple[tuple[int, int], ...]:
    """Give the spans of the sentences in one line of text, without the spaces around them."""
    spans, start = [], 0
    for match in END.finditer(line):
        if match.end() < start or not _ends(line, match):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(line)))
    stripped = (_strip(line, begin, end) for begin, end in spans)
    return tuple(span for span in stripped if span[0] < span[1])


def words(text: str) -> tuple[str, ...]:
    """Give the words of a text in lower case, with typewriter apostrophes and without possessives."""
    return tuple(_word(match.group()) for match in WORD.finditer(text))


def stems(text: str, language: str) -> tuple[str, ...]:
    """Give the words that carry meaning, cut to what their forms share."""
    common = STOPWORDS.get(language, STOPWORDS["en"])
    return tuple(stem(word) for word in words(text) if word not in common and (len(word) > 1 or word.isdigit()))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Cut the commonest endings: coarse, fast, and the same for a word and its plural."""
    for ending, least in (
        ("ations", 5),
        ("ation", 5),
        ("ings", 4),
        ("ing", 4),
        ("ies", 3),
        ("ed", 4),
        ("es", 4),
        ("s", 3),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= least and not word.endswith("ss"):
            return word[: -len(ending)]
    return word.removesuffix("e") if len(word) > 4 else word  # noqa: PLR2004 - "sale" keeps its e, "close" and "closing" meet


def names(text: str) -> tuple[str, ...]:
    """Give the words that are written with a capital where no sentence begins: people, places, organisations."""
    found = []
    for start, end in split(text):
        opening = True
        for match in WORD.finditer(text, start, end):
            word = match.group()
            if word[0].isupper() and not opening:
                found.append(_word(word))
            opening = False
    return tuple(found)


def language_of(article: Article) -> str:
    """Give the language that an article says it is in, else the one whose small words it uses, else ""."""
    if article.language:
        return article.language.split("-")[0].lower()
    sample = WORD.findall(article.text[:4000].lower().replace("’", "'"))
    shares = {code: sum(map(common.__contains__, sample)) for code, common in STOPWORDS.items()}
    best = max(sorted(shares), key=shares.__getitem__)
    return best if shares[best] > len(sample) / 5 else ""


def folded(text: str) -> str:
    """Give a text with typewriter apostrophes, as long as it was: what is found in it stands there in the text."""
    return text.replace("’", "'").replace("ʼ", "'")


def dateline(text: str) -> str:
    """Give the place, day and agency that a text opens with, to the dash; "" where it opens with its first word."""
    found = DATELINE.match(text)
    return found.group() if found else ""


def first_prompt(article: Article) -> int | None:
    """Give the block at which an interview, or a list of questions and answers, begins to ask; None for other texts."""
    asked = [number for number, block in enumerate(article.blocks) if block.text.endswith("?")]
    return asked[0] if len(asked) >= PROMPTS else None


def closed(text: str) -> bool:
    """Tell whether every quotation and bracket that is opened is closed, and the other way round."""
    pairs = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))
    return text.count('"') % 2 == 0 and all(text.count(left) == text.count(right) for left, right in pairs)


def _word(word: str) -> str:
    plain = word.lower().replace("’", "'")
    return plain.removesuffix("'s").removesuffix("s'")


def _ends(line: str, match: re.Match[str]) -> bool:
    after = line[match.end() :]
    if not after.strip():
        return True
    if not after[0].isspace():
        return False
    following = after.lstrip()
    first = following.lstrip(OPENING)[:1]
    if not (first.isupper() or first.isdigit() or following[0] in OPENING + "—–-•"):
        return False
    mark = match.group()
    if mark[-1] in "\"'”’»" and SAID.match(following):
        return False
    return not mark.startswith(".") or len(mark.rstrip(OPENING + "\"'”’»)]")) > 1 or _full_stop(line, match, following)


def _full_stop(line: str, match: re.Match[str], following: str) -> bool:
    """Tell a full stop from the point of an abbreviation, an initial or a list's number."""
    before = LAST_WORD.search(line[: match.start()])
    word = before.group(1) if before else ""
    plain = word.lower().lstrip(OPENING)
    if len(word) == 1 and word.isupper() and word != "I":
        return False
    if plain.isdigit() and before is not None and not line[: before.start()].strip():
        return False
    if plain in MAY_END or re.fullmatch(r"(?:[a-z]\.)+[a-z]", plain):
        return bool(
            re.match(
                r"(?:The|A|An|In|On|At|It|He|She|They|But|And|This|That|His|Her|We|For|Le|La|Les|Il|Elle)\b", following
            )
        )
    return plain not in ABBREVIATIONS


def _strip(line: str, start: int, end: int) -> tuple[int, int]:
    while start < end and line[start].isspace():
        start += 1
    while end > start and line[end - 1].isspace():
        end -= 1
    return start, end
