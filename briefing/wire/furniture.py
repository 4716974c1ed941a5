"""What stands around an article and is not of it: named here once, by its words and by its place in the page."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.wire.dateline import day_of, writers_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

    from briefing.model import Block

_LINE = re.compile(
    r"(?:advertisement|advertising|sponsored|anzeige|werbung|publicité|publicidad|(?:continue reading|story continues)"
    r"(?: below)?(?: advertisement)?|article continues (?:after|below).{0,40}|(?:scroll|skip) (?:down )?to (?:continue|main content).{0,20}"
    r"|(?:updated|published|posted) (?:.{1,20} ago|just now)|share this (?:dispatch|page|report)\W?.{0,24}"
    r"|\((?:additional )?reporting by .{2,300}\)|\(with files from .{2,120}\)"
    r"|share(?: post| this(?: article| story| post| page)?| on\b.{0,30})?:?|teilen:?|partager:?|compartir:?"
    r"|(?:spot_img)+|popular|trending(?: now)?|most (?:read|popular|viewed)|more like this(?: related)?"
    r"|related(?: (?:articles|stories|posts|topics|news|content|reading))?:?|recommended(?: for you| reading)?|you (?:may|might) also like"
    r"|what to read next|more from .{1,40}|(?:latest|top) (?:news|stories|posts|articles)"
    r"|subscribe(?: now| today| here)?|sign (?:in|up)|log ?in|register|follow us(?: on .{1,60})?|newsletter|print|email|e-mail|comments?|leave a (?:comment|reply)"
    r"|copy link|link copied!?|facebook|twitter|whatsapp|linkedin|telegram|reddit|pinterest|x|listen|listen to this article.{0,20}"
    r"|(?:previous|next) (?:article|post|story)|back to top|load more|show more|view (?:all|gallery|comments)|tags?:?|topics?:?"
    r"|all rights reserved\.?|©.{0,120}|copyright\b.{0,120}|\d{1,3} (?:min(?:ute)?s? read|min\.? read|comments?|shares?))",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"(?:(?:also )?read(?: more| also| next| the full (?:story|article))?(?: here| on| about| at)?|more on this(?: story)?|see also|see more|watch(?: more)?|listen|related(?: article| story| content)?"
    r"|don[’']t miss|must[- ]read|more coverage|further reading|explained|lire aussi|à lire(?: aussi)?|lesen sie auch|mehr (?:zum thema|dazu)"
    r"|lea también|leer más|leggi anche|lees ook|leia também|czytaj (?:także|też|więcej)|читайте также)\s*[:：|>»→–-]",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"(?:sign up|subscribe|join|get|register)\b.{0,80}\b(?:newsletters?|inbox|whatsapp|telegram|channel|alerts?|updates|free trial|digital edition)\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"[(\[]?(?:(?:photo(?:graph)?|image|picture|pic|video|graphic|illustration|foto|bild|crédit photo|fuente|file photo)s?"
    r"(?: credit| courtesy| by| source| via)?s?\s*(?:[:/|©]|by\b|courtesy\b).{1,120}|(?:credits?|source)\s*:.{1,80})[)\]]?",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:(?:written |posted |reported |words )?by\s+(?=[^a-z])[^.!?]{2,100}|(?:date|published|updated|posted|last (?:updated|modified))\b\s*(?:on|at|:)?.{0,60}\d.{0,40}|date:"
    r"|\d{1,2}:\d{2}(?:\s?[ap]m)?.{0,30}|[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d.{0,40}|\d{1,2} [A-Z][a-z]{2,8}\.? (?:19|20)\d\d.{0,40}|\d{1,3} min(?:ute)?s? read.{0,20})",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(^|[.!?…\]”\"»)])\s*(?:(?:continue reading|read more|read the (?:full|rest)|keep reading|view (?:the )?(?:full|original)"
    r"|weiterlesen|lire la suite|leer más|leggi tutto|lees (?:meer|verder))\b.{0,200}|the post\b.{1,400}?\bappeared first on\b.{0,200}"
    r"|(?:cet article|l[’']article)\b.{1,300}\best apparu en premier sur\b.{0,200}|(?:submitted by /u/|comments url:|article url:).{0,300}"
    r"|\[(?:link|comments)\]\s*)$",
    re.IGNORECASE,
)
_CUT = re.compile(r"\s*\[(?:…|\.\.\.)\]$")
_TAIL_SIGNS = 700
_TAIL_BLOCKS = 1  # in the last of a feed's words a tail may hang at any; before them only at a short one
_SHORT = 300
_LETTER_WORDS = 45
_POINTER_WORDS = 30
_HEAD_BLOCKS = 3
_LABEL, _LABEL_WORDS = 30, 3  # signs and words of a rubric
_DENSE = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")  # here a line of few signs says much
_LINE_SIGNS = 600  # longer than this, no line of so few words is
_HINTS = (
    "read",
    "view",
    "the post",
    " url:",
    "[",
    "weiterlesen",
    "lire la",
    "leer m",
    "leggi",
    "lees ",
    "premier sur",
    "submitted by",
)  # fmt: skip - one of these stands in every tail

_PLACE = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|sharedaddy|social|socials|newsletter|subscribe|signup|sign-up|related|more-like|morelike|recommend(?:ed|ations?)?"
    r"|popular|trending|most-?read|weather|breadcrumbs?|advert(?:s|isement|ising)?|ads?|ad-?(?:slot|unit|container|wrapper)|a-rec|promo|readmore|read-more|also-?read"
    r"|author-?(?:box|bio)|about-author|tag-?(?:list|cloud)|post-tags|comments?|disqus|cookies?|consent|gdpr|paywall|sponsor(?:ed)?|outbrain|taboola"
    r"|(?:wp-)?caption(?:-text)?|figcaption|image-?credit|photo-?credit|credit|outlet-links|jp-relatedposts|screen-reader-text|sr-only|visually-hidden|skip-link)(?=$|[\s_-])",
    re.IGNORECASE,
)  # fmt: skip - a table of names
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:wp-caption-text|caption|figcaption|image-?caption|photo-?caption)(?=$|[\s_-])", re.IGNORECASE
)


def is_caption(node: Element) -> bool:
    """Whether an element says what a picture shows."""
    named = node.get("class")
    return node.tag == "figcaption" or bool(named and _names_caption(named))


@lru_cache(maxsize=2048)
def _names_caption(names: str) -> bool:
    return bool(_CAPTION.search(names))


def is_furniture_name(names: str) -> bool:
    """Whether an element's class or id names a piece of furniture."""
    return bool(_PLACE.search(names))


def tidy(blocks: Iterable[Block], *, title: str = "", byline: str = "") -> tuple[Block, ...]:
    """An article's blocks without the lines that are furniture, and without a heading that leads nowhere."""
    kept: list[Block] = []
    for block in blocks:
        if is_line(block.text) or (len(kept) < _HEAD_BLOCKS and is_head(block, title, byline)):
            continue
        kept.append(block)
    while kept and kept[-1].kind == "heading":
        kept.pop()
    return tuple(kept)


def is_line(text: str) -> bool:
    """Whether a whole block is furniture by its words alone."""
    if len(text) > _LINE_SIGNS:
        return False
    words = text.count(" ") + 1  # a block's spaces are single
    if words <= _LETTER_WORDS and _LETTER.match(text):
        return True
    return bool(words <= _POINTER_WORDS and (_LINE.fullmatch(text) or _POINTER.match(text) or _CREDIT.fullmatch(text)))


def is_byline(text: str) -> bool:
    """Whether a line is only a writer's or a day's."""
    return bool(_BYLINE.fullmatch(text) or writers_of(text) or day_of(text))


def is_head(block: Block, title: str, byline: str) -> bool:
    """Whether a block among the first says again what stands above the article: title, writer, date."""
    text = block.text
    if text.casefold() in {title.casefold(), byline.casefold()}:
        return True
    return block.kind != "heading" and (is_byline(text) or (block.kind == "paragraph" and _is_label(text)))


def _is_label(text: str) -> bool:
    """Whether a line above a text is a rubric: a word or two without an end."""
    return (
        len(text) <= _LABEL
        and text.count(" ") < _LABEL_WORDS
        and text[-1] not in '.!?…:"”»'
        and not _DENSE.search(text)
    )


def tidy_summary(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """A feed's words without its tails: "Continue reading", "The post … appeared first on …"."""
    said = tuple(blocks)
    kept = []
    for number, block in enumerate(said, 1):
        near_the_end = len(said) - number < _TAIL_BLOCKS or len(block.text) <= _SHORT
        text = _without_tail(block.text) if near_the_end else block.text
        if text and not is_line(text):
            kept.append(block if text == block.text else replace(block, text=text))
    return tuple(kept)


def _without_tail(text: str) -> str:
    """A block without the short tail that a feed's maker hangs to it."""
    if text.endswith("]"):
        text = _CUT.sub("…", text)
    low = text[-_TAIL_SIGNS:].lower()
    if not any(map(low.__contains__, _HINTS)):
        return text
    start, end = text[:-_TAIL_SIGNS], text[-_TAIL_SIGNS:]
    return _CUT.sub("…", start + _TAIL.sub(r"\1", end)).strip()
