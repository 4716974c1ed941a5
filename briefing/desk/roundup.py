"""A page of several stories under one headline ("World in brief", « L'essentiel de l'actualité »): no story of its own.

Told as one story it would print a ferry and a speaker's election side by side. The title must promise it, and the page
must be made so: several parts, none of which speaks of what the others speak of.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from briefing.desk.text import dateline, folded, language_of, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model import Article, Block

PARTS = 3  # unrelated parts that make a page a digest
LEAST = 8  # words of a part that tells anything
MOST = 60  # parts that are compared, each with each
SHORT = 120  # words: a part above it is a story told at length
UNLIKE = 0.2  # share of the shorter part's stems above which two parts speak of one thing
TITLE = re.compile(
    r"(?i)\b(?:(?:news|world|business|sports?|politics|science|technology|local|national|regional|weekend|week|day|europe|asia|"
    r"africa|americas|canada|markets?|arts) (?:in|at a) (?:brief|glance)|briefs\b|in brief\b|news ?(?:round-?up|summary|bulletin|digest|"
    r"wrap)|(?:morning|midday|evening|daily|weekly|weekend|night|world|news|business|sports?) (?:round-?up|brief(?:ing)?|digest|bulletin|"
    r"wrap|headlines)|round-?up\b|(?:five|six|seven|ten|\d+) (?:things|stories) (?:to know|you|for)|"
    r"(?:today|this week)'s (?:top )?(?:headlines|stories|news)|top (?:stories|headlines)|what (?:we're|to) (?:read|watch)|newsletter|"
    r"l'essentiel (?:de|du)|en bref\b|brèves\b|le (?:point|tour|journal) (?:de l'actu|du matin|du soir|de l'info|sur l'actu)|"
    r"revue de presse|les (?:titres|infos|actualités|nouvelles) (?:de|du)|(?:ce qu'il faut|à) retenir|l'actu(?:alité)? (?:en|de|du)|"
    r"matinale|tour d'horizon)"
)


def is_roundup(title: str, article: Article) -> bool:
    """Tell whether a page is a digest of several stories; in doubt it is not."""
    if TITLE.search(folded(title)) is None:
        return False
    language = language_of(article)
    parts = [frozenset(stems(" ".join(text.split()), language)) for text in _parts(article.blocks)[:MOST]]
    apart = [
        part
        for part in parts
        if part and all(len(part & other) < UNLIKE * min(len(part), len(other)) for other in parts if other is not part)
    ]
    return len(apart) >= PARTS and len(apart) * 2 > len(parts)


def _parts(blocks: Sequence[Block]) -> list[str]:
    """Divide a page where it divides itself: at subheads, else at items, else at datelines."""
    body = [block for block in blocks if block.kind != "row"]
    if sum(block.kind == "heading" for block in body) >= PARTS:
        numbered = itertools.accumulate(body, lambda part, block: part + (block.kind == "heading"), initial=0)
        told: dict[int, str] = {}
        for part, block in zip(itertools.islice(numbered, 1, None), body, strict=True):
            told[part] = f"{told.get(part, '')} {block.text}"
        found = [text for part, text in told.items() if part]
    elif sum(block.kind == "item" for block in body) >= PARTS:
        found = [block.text for block in body if block.kind == "item"]
    else:
        filed = [block.text for block in body if dateline(block.text)]
        found = [text[len(dateline(text)) :] for text in filed]
    return [text for text in found if LEAST < len(text.split()) <= SHORT]
