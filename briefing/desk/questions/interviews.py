"""Interviews and transcripts: who asks there gets a reply, and what is said there is said by somebody.

A transcript is told by its labels ("HOST:", "Q:", "Mia Thal:"), an interview without labels by questions that are a
paragraph of their own and are replied to in the first person.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.desk.text import folded

if TYPE_CHECKING:
    from briefing.model import Article

# Who speaks, before a colon: letters that stand for asking and answering, a name, a role in capitals.
LABEL = re.compile(
    r"^\W{0,2}(?P<who>(?:Q|A|R|Question|Answer|Réponse|[A-ZÀ-Ý][\w.'-]*(?: (?:de|von|van|of|the|[A-ZÀ-Ý][\w.'-]*)){0,3}))\W{0,2}?(?: ?:|(?<=^Q)\.|(?<=^A)\.)\W{0,2}\s"
)
LEAST = 2  # labelled paragraphs of a transcript, where two speak or one speaks twice
INLINE = re.compile(r"(?:^|[.?!]\s+)Q: .{5,300}?\?\s+A: ")
FIRST_PERSON = re.compile(
    r"\b(?:I|I'm|I've|I'd|we|We|we're|we've|my|My|our|Our|me|us|je|Je|j'|J'|nous|Nous|mon|ma|mes|notre|nos)\b"
)
QUOTATION = re.compile(r'"[^"]*"|“[^”]*”|«[^»]*»')
LONGEST_PROMPT = 300  # characters of a paragraph that only asks


def label(text: str) -> str:
    """Give who speaks by the label that a text opens with, or ""."""
    found = LABEL.match(folded(text))
    return found["who"] if found else ""


def unlabelled(text: str) -> str:
    """Give a text without the label of who speaks."""
    found = LABEL.match(folded(text))
    return text[found.end() :] if found else text


def spoken(article: Article) -> frozenset[int]:
    """Give the blocks of a transcript in which somebody speaks under a label; none of another text."""
    who = {number: name for number, block in enumerate(article.blocks) if (name := label(block.text))}
    asks = any(article.blocks[number].text.rstrip().endswith("?") for number in who)
    known = len(who) > len(set(who.values())) or asks or all(name.isupper() for name in who.values())
    return frozenset(who) if len(who) >= LEAST and known else frozenset()


def interviews(article: Article) -> bool:
    """Tell whether a text is an interview, a transcript, or a list of questions and answers."""
    return bool(spoken(article)) or bool(prompts(article)) or any(INLINE.search(block.text) for block in article.blocks)


def prompts(article: Article) -> tuple[int, ...]:
    """Give the blocks that only ask, and are replied to by somebody who speaks of himself, outside quotation marks."""
    found: list[int] = []
    for number, (block, following) in enumerate(zip(article.blocks, article.blocks[1:], strict=False)):
        text = block.text.rstrip()
        if text.endswith("?") and len(text) <= LONGEST_PROMPT and not following.text.rstrip().endswith("?"):
            reply = QUOTATION.sub(" ", folded(following.text))
            if FIRST_PERSON.search(reply):
                found.append(number)
    return tuple(found)
