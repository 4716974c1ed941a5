"""A piece of HTML or of plain text into blocks: tag by tag where it is ordinary prose, else by the walk over its tree."""

from __future__ import annotations

import html
import re

from briefing.model import Block
from briefing.wire.prose import MAX_MARKUP, clean, fragment, has_markup, paragraphs, walk

# Tags between which a text reads on, and `p`, where one ends: however these are nested, and whichever is left open,
# the tree that they make says the same words in the same paragraphs. So it need not be made.
_TAG = re.compile(
    r"<(/?p|/?(?:a|b|i|em|strong|span|u|s|small|sup|sub|cite|abbr|font|img))"
    r"""(?:\s+[a-zA-Z][a-zA-Z-]*=(?:"[^"<>]*"|'[^'<>]*'))*\s*/?>"""
)
_REFERENCE = re.compile(r"&(?:amp|lt|gt|quot|nbsp|[lr][sd]quo|[nm]dash|hellip|#39|#160|#8[2-9]\d\d);", re.ASCII)
_ENDS = frozenset(("p", "/p"))
_UNTOLD = re.compile(r"[\x0b\x0c\x1c-\x1f]")  # what a parser makes of these is its own business


def blocks_of(markup: str) -> tuple[Block, ...]:
    """The blocks of a piece of HTML or of plain text."""
    if not has_markup(markup):
        return paragraphs(markup)
    prose = _ordinary(markup)
    if prose is not None:
        return prose
    tree = fragment(markup)
    return () if tree is None else tuple(walk(tree))


def _ordinary(markup: str) -> tuple[Block, ...] | None:
    """The paragraphs of ordinary prose, as the walk over its tree gives them; nothing for any other markup."""
    printable = markup.isprintable()
    if len(markup) > MAX_MARKUP or not (printable or _UNTOLD.search(markup) is None):
        return None
    texts = _between(_TAG.split(markup))
    if texts is None or any("<" in text for text in texts):
        return None
    if any("&" in text for text in texts):
        if any("&" in _REFERENCE.sub("", text) for text in texts):
            return None
        said = [clean(html.unescape(text)) for text in texts]
    elif printable and markup.isascii():  # nothing to be cleaned away: it is looked at once, not text by text
        said = [" ".join(text.split()) if "  " in text else text for text in texts]
    else:
        said = [clean(text) for text in texts]
    return tuple(Block(kind="paragraph", text=text) for one in said if (text := one.strip("| ")))


def _between(parts: list[str]) -> list[str] | None:
    """What stands between paragraphs' tags, of a text that was split at its tags; nothing where one ends that never began."""
    texts, open_ = [parts[0]], False
    for tag, text in zip(parts[1::2], parts[2::2], strict=True):
        if tag in _ENDS:
            if tag == "/p" and not open_:
                return None
            open_ = tag == "p"
            texts.append(text)
        elif text:
            texts[-1] += text
    return texts
