"""Text and its parts: sentences with their exact spans, words, names, and which language it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.desk.boundaries import split
from briefing.desk.lexicon import AGENCIES, SMALL_WORDS, STOPWORDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.model import Article, BlockKind

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
REMEMBERED = 600  # characters: a sentence is asked for its words by many rules in turn, a whole text once
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
    rf"(?:{_DAY} )?{_AGENCY})(?:\s+[-–_]{{1,2}}\s+|\s*—\s*)(?=[\"'“«‘(]?\s?[A-ZÀ-Ý0-9])|"
    rf"(?:{_NAMED}(?:, {_NAMED}){{0,2}} )?\((?:CNN|{'|'.join(map(re.escape, AGENCIES))})\)\s*(?=[\"“«]?[A-ZÀ-Ý])"  # no dash, often no space
)

SCRIPTS = {
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7a3]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
}
ORDER, WORDS_OF_IT = 600, 2  # characters of a block that is all order; sentences behind one in a longer block
MAIN = 0.5  # share of an article from which a block is no insertion: it is the report, with an order in it
# How an order to a model goes on.
GOES_ON = re.compile(
    r"(?i)\W*(?:(?:please|now|then|instead|veuillez) )?(?:you (?:are|must|will|should)|write|say|state|print|report|tell|reply|respond|answer|output|"
    r"repeat|do not|don't|never|always|écri(?:s|vez)|di(?:s|tes)|répond(?:s|ez)|affirme[zr]|imprime[zr]) "
)
TO_A_MODEL = (
    "instruction",
    "prompt",
    "language model",
    "assistant",
    "chatbot",
    "<|",
    "[inst",
    " ai ",
    "summar",
    "anweisung",
    "instruccion",
    "consigne",
)
INSTRUCTION = re.compile(
    r"(?i)\b(?:ignor(?:e|ez|iere?n?(?: sie)?|a)|disregard|forget|override|bypass|oublie[zr]?|vergi(?:ss|ß)|olvida)\b[^.!?]{0,40}\b"
    r"(?:instructions?|prompts?|anweisungen|instrucciones|consignes|rules|guidelines)\b|"
    r"\b(?:you are|you're|act as|pretend to be|tu es|vous êtes|agis comme) (?:now )?(?:an?|the|une?)? ?(?:\w+ ){0,2}"
    r"(?:ai\b|language model|assistant|chatbot|llm|modèle de langage)|\bas an? (?:ai\b|language model|helpful assistant|chatbot|llm)|\b(?:note|attention|message|instructions?|memo) (?:to|for) (?:any |all |the )?"
    r"(?:\w+ )?(?:ai|llms?|language models?|assistants?|summari[sz]ers?|chatbots?)\b|\bsystem prompt\b|<\|\w+\|>|\[/?inst\]|"
    r"^(?:system|assistant|user) ?:|"
    r"^(?:when |if you (?:are )?)?summari[sz](?:e|ing) (?:this|the) (?:article|page|text|story|document)\b[^.!?]*\b(?:as|say|write|state|print|include|by)\b"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: where it stands in its article's text, in which block, and of what kind that block is."""

    start: int
    end: int
    block: int
    kind: BlockKind
    text: str


@lru_cache(maxsize=16)
def sentences(article: Article) -> tuple[Sentence, ...]:
    """Split an article's text into sentences; a block's end always ends one.

    What speaks to a language model instead of a reader is passed over.
    """
    found, offset = [], 0
    whole = sum(len(block.text) for block in article.blocks)
    for number, block in enumerate(article.blocks):
        for start, end in _told_to_readers(block.text, main=len(block.text) >= MAIN * whole):
            found.append(Sentence(offset + start, offset + end, number, block.kind, block.text[start:end]))
        offset += len(block.text) + 1
    return tuple(found)


def _told_to_readers(text: str, *, main: bool) -> Sequence[tuple[int, int]]:
    """Give the sentences of a block without those that order a language model about, and what they make it say.

    A short block with an order is one, unless it is the `main` text: of that the order goes, what carries it on, and one
    sentence behind it.
    """
    spans = [(start + at, start + to) for start, end in _islands(text) for at, to in split(text[start:end])]
    if not instructs(text):
        return spans
    if not main and len(text) <= ORDER:
        return ()
    orders: list[int] = []
    for place, (start, end) in enumerate(spans):
        carried = bool(orders) and orders[-1] == place - 1 and GOES_ON.match(folded(text[start:end])) is not None
        if carried or instructs(text[start:end]):
            orders.append(place)
    reach = 1 if main else WORDS_OF_IT
    return [span for place, span in enumerate(spans) if not any(0 <= place - order <= reach for order in orders)]


# Marks of a page in what should be text: what divides it, and what is no word of it at all.
_DIVIDES = re.compile(
    r"<(?P<unread>script|style|noscript|iframe|svg)\b.*?(?:</(?P=unread)\s*>|$)|<!--.*?(?:-->|$)|"
    r"</?(?:p|div|br|hr|li|ul|ol|h[1-6]|table|tr|td|th|section|article|header|footer|figure|figcaption|blockquote|html|body|head|title|main|aside|nav|img)\b[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)


def _islands(text: str) -> Sequence[tuple[int, int]]:
    """Give the parts of a text between a page's marks; most texts are one."""
    if "<" not in text:
        return ((0, len(text)),)
    found, place = [], 0
    for mark in _DIVIDES.finditer(text):
        found.append((place, mark.start()))
        place = mark.end()
    return [*found, (place, len(text))]


def words(text: str) -> tuple[str, ...]:
    """Give the words of a text in lower case, with typewriter apostrophes and without possessives."""
    return _known_words(text) if len(text) <= REMEMBERED else _words(text)


def _words(text: str) -> tuple[str, ...]:
    found = WORD.findall(folded(text).lower())
    return tuple([_bare(word) if "'" in word else word for word in found])


_known_words = lru_cache(maxsize=512)(_words)


def stems(text: str, language: str) -> tuple[str, ...]:
    """Give the words that carry meaning, cut to what their forms share."""
    common = STOPWORDS.get(language) or SMALL_WORDS.get(language) or STOPWORDS["en"]
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
    """Give the language that an article says it is in, else the one whose script or small words it uses, else "".

    A page that calls itself English and is written in Russian letters is believed in its letters.
    """
    if article.language:
        said = article.language.replace("_", "-").split("-")[0].lower()
        return (_script_of(_beginning(article)) or said) if said in LATIN else said
    return _read_off(_beginning(article))


def _beginning(article: Article) -> str:
    """Give the text that says in which language an article is: its first blocks, and not the join of all."""
    found, length = list[str](), 0
    for block in article.blocks:
        found.append(block.text)
        length += len(block.text) + 1
        if length >= READ:
            break
    return "\n".join(found)[:READ]


READ = 4000  # characters from which a language is known
LATIN = frozenset((*STOPWORDS, *SMALL_WORDS))  # languages that no script of `SCRIPTS` is for


@lru_cache(maxsize=256)
def _read_off(text: str) -> str:
    sample = WORD.findall(text.lower().replace("’", "'"))
    return _by_small_words(sample, STOPWORDS, 1 / 5) or by_script(text) or _by_small_words(sample, SMALL_WORDS, 1 / 6)


def _by_small_words(sample: Sequence[str], known: Mapping[str, frozenset[str]], least: float) -> str:
    shares = {code: sum(map(common.__contains__, sample)) for code, common in known.items()}
    best = max(sorted(shares), key=shares.__getitem__)
    return best if shares[best] > len(sample) * least else ""


def by_script(text: str) -> str:
    """Give the language that most of a text's letters are written for; "" for Latin ones, and for none."""
    counts = {code: len(rule.findall(text)) for code, rule in SCRIPTS.items()}
    if counts["ja"] * 10 > counts["zh"]:  # Japanese writes Chinese characters between its own
        counts["ja"] += counts["zh"]
    best = max(sorted(counts), key=counts.__getitem__)
    return best if counts[best] * 2 > sum(character.isalpha() for character in text) else ""


_script_of = lru_cache(maxsize=256)(by_script)
SHOUTED = 0.7  # share of capitals among a text's letters from which its capitals say nothing


def prose(text: str) -> str:
    """Give a text in capitals in small letters but the first, as long as it was: rules of form are for prose."""
    if not text[:12].isupper():  # quickly, for nearly all
        return text
    letters = [character for character in text if character.isalpha()]
    if sum(map(str.isupper, letters)) < SHOUTED * len(letters):
        return text
    lower = text.lower()
    return text[:1] + lower[1:] if len(lower) == len(text) else text


def instructs(text: str) -> bool:
    """Tell whether a text is an order to a language model, hidden in a page for machines to obey.

    What is said of such orders, in quotation marks, is news like any other.
    """
    plain = text.lower()
    if not any(word in plain for word in TO_A_MODEL):
        return False
    return INSTRUCTION.search(re.sub(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|‘[^’]*’", "", folded(text))) is not None


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
    if text.count('"') % 2:
        return False
    for left, right in (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]")):
        if left not in text and right not in text:
            continue
        if text.count(left) != text.count(right):
            return False
        if text.find(left) > text.find(right) or text.rfind(left) > text.rfind(right):
            return False
    return True


def _word(word: str) -> str:
    return _bare(folded(word).lower())


def _bare(plain: str) -> str:
    return plain.removesuffix("'s").removesuffix("s'")
