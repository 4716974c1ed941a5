"""A page of several stories under one headline ("World in brief", « L'essentiel de l'actualité »): no story of its own.

Told as one story it would print a ferry and a speaker's election side by side. The page must be made so: several parts,
none of which speaks of what the others speak of. Where the title promises a digest, three will do.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

from briefing.desk.cluster.about import NAMED
from briefing.desk.text import dateline, folded, language_of, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model import Article, Block

MANY = 4  # of them where the title promises none
NEARLY_ALL = 0.9  # of its parts that must be unrelated then
SPREAD = 0.25  # of its parts that may have one word in common then
PARTS = 3  # unrelated parts that make a page a digest
LEAST = 8  # words of a part that tells anything
BARE = 3  # where the title promises a digest
MOST = 60  # parts that are compared, each with each
SHORT = 120  # words: a part above it is a story told at length
UNLIKE = 0.2  # share of the shorter part's stems above which two parts speak of one thing
SOME = 0.25  # of a digest's paragraphs that may begin with what only seems to be known
LEANS = re.compile(
    r"(?i)(?:the|this|that|these|those|its?|they|their|he|she|his|her|but|and|also|another|both|le|la|les|l'\w+|ce|cet|cette|ces|il|elle|ils|"
    r"elles|son|sa|ses|leurs?|mais|et|aussi)\b"
)
TITLE = re.compile(
    r"(?i)\b(?:(?:news|world|business|sports?|politics|science|technology|local|national|regional|weekend|week|day|europe|asia|"
    r"africa|americas|canada|markets?|arts) (?:in|at a) (?:brief|glance)|briefs\b|in brief\b|news ?(?:round-?up|summary|bulletin|digest|"
    r"wrap)|(?:morning|midday|evening|daily|weekly|weekend|night|world|news|business|sports?) (?:round-?up|brief(?:ing)?|digest|bulletin|"
    r"wrap|headlines)|round-?up\b|(?:five|six|seven|ten|\d+) (?:things|stories) (?:to know|you|for)|"
    r"(?:today|this week)'s (?:top )?(?:headlines|stories|news)|top (?:stories|headlines)|what (?:we(?:'re| are)|to|i'm) (?:read|watch|follow|listen)|(?:morning|midday|evening|weekend|noon|late|daily) edition|^(?:this|the) (?:morning|evening|week)$|must.reads?\b|(?:on|for) (?:our|your) radar|édition du (?:matin|soir|jour|week-end)|ce que nous lisons|nos lectures|newsletter|what you (?:may|might) have missed|(?:in case|if) you missed (?:it|them|this)|(?:today|overnight|yesterday) (?:at a glance|in brief)|"
    r"l'essentiel (?:de|du)|en bref\b|brèves\b|le (?:point|tour|journal) (?:de l'actu|du matin|du soir|de l'info|sur l'actu)|"
    r"revue de presse|les (?:titres|infos|actualités|nouvelles) (?:de|du)|(?:ce qu'il faut|à) retenir|(?:ce que vous avez|vous avez) (?:peut-être )?(?:manqué|raté)|l'actu(?:alité)? (?:en|de|du)|"
    r"matinale|tour d'horizon)"
)


def is_roundup(title: str, article: Article) -> bool:
    """Tell whether a page is a digest of several stories; in doubt it is not.

    Where its title does not say so, its making must be beyond doubt: more parts, with headings, as items or under
    datelines of their own, of which hardly two have a word in common, and a title that names at most one of them.
    """
    promised = TITLE.search(folded(title)) is not None
    language = language_of(article)
    found, divided = _parts(article.blocks, BARE if promised else LEAST), True
    if promised and len(found) < PARTS:
        found, divided = _paragraphs(article.blocks), False
    parts = [frozenset(stems(" ".join(text.split()), language)) for text in found[:MOST]]
    parts = [part for part in parts if part]
    apart = [
        part
        for part in parts
        if all(len(part & other) < UNLIKE * min(len(part), len(other)) for other in parts if other is not part)
    ]
    if promised and divided:
        return len(apart) >= PARTS and len(apart) * 2 > len(parts)
    return len(apart) >= MANY and len(apart) >= NEARLY_ALL * len(parts) and _strangers(title, parts, language)


def _strangers(title: str, parts: Sequence[frozenset[str]], language: str) -> bool:
    """Tell whether neither a word nor the title holds parts together."""
    spread = Counter(itertools.chain.from_iterable(parts))
    named = sum(bool(part & set(stems(title, language))) for part in parts)
    return named <= 1 and max(spread.values()) <= max(2, SPREAD * len(parts))


def _paragraphs(blocks: Sequence[Block]) -> list[str]:
    """Give the paragraphs of a page that is not divided otherwise, if each is about something of its own.

    The paragraphs of one story have few words in common, too; but they do not name anew each time, and they lean on
    what was said: "The minister", "They".
    """
    found = [block.text for block in blocks if BARE < len(block.text.split()) <= SHORT]
    named = [set(NAMED.findall(text)) for text in found]
    known = Counter(itertools.chain.from_iterable(named))
    own = sum(any(known[name] == 1 for name in of) for of in named)
    leaning = sum(LEANS.match(folded(text)) is not None for text in found[1:])
    fresh = not any(count > 1 for count in known.values()) and leaning <= SOME * len(found)
    return found if own >= NEARLY_ALL * len(found) or fresh else []


def _parts(blocks: Sequence[Block], least: int) -> list[str]:
    """Divide a page where it divides itself: at subheads, else at items, else at datelines."""
    body = [block for block in blocks if block.kind != "row"]
    if sum(block.kind == "heading" for block in body) >= PARTS:
        numbered = itertools.accumulate(body, lambda part, block: part + (block.kind == "heading"), initial=0)
        told: dict[int, str] = {}
        headings = Counter(block.text for block in body if block.kind == "heading")
        for part, block in zip(itertools.islice(numbered, 1, None), body, strict=True):
            said = "" if headings[block.text] > 1 else block.text  # "Elsewhere" above each is no word of it
            told[part] = f"{told.get(part, '')} {said}"
        found = [text for part, text in told.items() if part]
    elif sum(block.kind == "item" for block in body) >= PARTS:
        found = [block.text for block in body if block.kind == "item"]
    else:
        filed = [block.text for block in body if dateline(block.text)]
        found = [text[len(dateline(text)) :] for text in filed]
    return [text for text in found if least < len(text.split()) <= SHORT]
