"""Which picture a story prints, with which words under it. At most one, of the first source that lets us and has one.

The desk runs twice over pictures: a draft names those that it would print, best first; `illustrated` is given what
came of asking for them, and keeps of each story the first that can be printed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.desk.boundaries import split
from briefing.desk.lexicon import AGENCIES
from briefing.desk.text import folded
from briefing.model import Image

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.model import Brief, Edition, Looking, Plate, Report, Snapshot, Story

OFFERED = 4  # pictures of a story that may be asked for, one after the other
SHARED = 3  # entries of one feed: a picture that stands at so many is its site's own
CAPTION = 220  # characters under a picture; a sentence that is longer by itself is none
BY = 80  # characters of a credit
NAMED = 9  # words of one
WORDLESS = 2  # letters: an alternative text of no more says nothing

_SAYS = r"(?:photo(?:s|graphs?)?|images?|pictures?|credits?|cr[ée]dits?(?: photos?)?|fotos?|bilder?|quelle|source|illustrations?|dessin|graphics?)"
_NAME = r"(?:(?-i:[A-ZÀ-Ý@])[\w.'’&/-]*|(?-i:of|for|the|de|du|des|la|le|von|via|and|et)\b|[/·|,–-])"
_AGENCY = "|".join(map(re.escape, AGENCIES))
_CREDITS = tuple(
    re.compile(rule, re.IGNORECASE)
    for rule in (
        rf"\s*[(\[]?\s*\b{_SAYS}(?:\s+(?:credit|source))?\s*(?::|\bby\b|\bvia\b|\bpar\b|\bvon\b|©)\s*(?P<by>[^()\[\]]{{2,{BY}}}?)\s*[)\]]?\.?$",
        rf"(?<=[.!?…»”])\s+(?:photos?|fotos?)\s+(?P<by>(?-i:[A-ZÀ-Ý])[^()\[\]]{{2,{BY}}}?)\.?$",
        rf"\s*(?:©|\(c\)|&copy;)\s*(?P<by>[^()\[\]]{{2,{BY}}}?)\.?$",
        rf"\s*[(\[](?P<by>[^()\[\]]*(?:\b(?:{_AGENCY}|Getty|photo)\b|/)[^()\[\]]*)[)\]]\.?$",
        rf"(?<=[.!?…])\s*[(\[](?P<by>[^()\[\]]{{3,{BY}}})[)\]]$",
        rf"(?<=[.!?…»”])\s*(?P<by>{_NAME}(?:\s+{_NAME}){{0,8}})(?<![.!?])$",  # "… on Saturday. Jane Doe for The Post"
    )
)
# What a page's own buttons add to its captions.
_BUTTONS = re.compile(
    r"^(?:view image in full ?screen|image caption|image source)\s*[:,]?\s*|"
    r"\s*,?\s*(?:opens? (?:in )?(?:a )?new tab|(?:purchase|acquire) licensing rights|buy (?:this )?(?:photo|print)s?|"
    r"(?:view|open|enlarge) (?:this )?image(?: in full ?screen)?|(?:toggle|hide|show) caption|"
    r"zum vergrößern[^.]*klicken\.?|agrandir l['’]image)\s*$",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|avif|svg)|(?:img|dsc|dscn|image|photo|foto|untitled|screenshot)[\s_-]*\d*|\S*_\S*",
    re.IGNORECASE,
)


def offered(story: Story) -> tuple[Image, ...]:
    """Give the pictures that a story may print: of sources whose use is free, each one's page before its feed."""
    found = dict[str, Image]()
    for n, report in enumerate(story.reports):
        if report.feed.use == "full":
            for image in _of(report, n):
                found.setdefault(image.url, image)
    return tuple(found.values())[:OFFERED]


def without_furniture(brief: Brief, snapshot: Snapshot, furniture: frozenset[str]) -> Brief:
    """Leave out what belongs to a site, and everything where an audience wants no pictures or a story is but a line."""
    told = (brief.since_yesterday, brief.key_developments, brief.analysis, brief.open_questions, brief.disagreements)
    wanted = snapshot.audience.pictures and any(told)
    return replace(brief, images=tuple(image for image in brief.images if wanted and image.url not in furniture))


def furniture(snapshot: Snapshot) -> frozenset[str]:
    """Name the pictures that stand at several entries of one feed: its logo, or what it shows for want of one."""
    of = {heard.digest: heard for heard in snapshot.heard}
    shown = {(heard.entry.feed, heard.entry.picture.url, name) for name, heard in of.items() if heard.entry.picture}
    shown |= {
        (of[name].entry.feed, article.picture.url, name)
        for name, _, article in snapshot.articles
        if article.picture and name in of
    }
    counted = Counter((feed, url) for feed, url, _ in sorted(shown))
    return frozenset(url for (_, url), entries in counted.items() if entries >= SHARED)


def illustrated(draft: Edition, looked: Iterable[Looking]) -> Edition:
    """Keep of each story's pictures the first of which there are plates: the lead's wide, the others' narrow.

    None is printed twice in an edition. What is used is named in its colophon.
    """
    plates = dict[str, "tuple[Plate, ...]"]()
    for one in looked:
        if one.plates:
            plates.setdefault(one.url, one.plates)
    printed: list[str] = []
    used = list(draft.colophon.used)
    sections, lead = [], True
    for section in draft.sections:
        stories = []
        for story in section.stories:
            image = _chosen(story, plates, printed, wide=lead)
            stories.append(replace(story, images=(image,) if image else ()))
            used += [image.digest] if image else []
            lead = False
        sections.append(replace(section, stories=tuple(stories)))
    colophon = replace(draft.colophon, used=tuple(sorted({*used})))
    return replace(draft, sections=tuple(sections), colophon=colophon)


def _chosen(story: Brief, plates: dict[str, tuple[Plate, ...]], printed: list[str], *, wide: bool) -> Image | None:
    for image in story.images:
        made = plates.get(image.url, ())
        if made and made[0].digest not in printed:
            printed.append(made[0].digest)
            plate = made[0] if wide else made[-1]
            return replace(image, digest=plate.digest, width=plate.width, height=plate.height)
    return None


def _of(report: Report, source: int) -> list[Image]:
    given = (report.article.picture, report.heard.entry.picture)
    found = []
    for picture in given:
        if picture:
            caption, credit = parted(picture.caption)
            said = "" if folded(caption).lower() == folded(report.title).lower() else caption
            alt = described(picture.alt, report.title)
            found.append(Image(url=picture.url, caption=said, alt=alt, source=source, credit=credit))
    return found


def parted(caption: str) -> tuple[str, str]:
    """Part a caption from the words at its end that name who made the picture; keep whole sentences of it."""
    text, credit = caption.strip(), ""
    while (bare := _BUTTONS.sub("", text)) != text:
        text = bare
    text = text.strip(" :·|-–—")
    for rule in _CREDITS:
        match = rule.search(text)
        if match and _names_somebody(match["by"]):
            credit = match["by"].strip(" :·|-–—/,;")
            text = text[: match.start()].rstrip(" :·|-–—/,;")
            break
    return _bounded(text), credit


def _names_somebody(by: str) -> bool:
    """Tell a name from a sentence that a label stands before: "Image: a man on the bridge"."""
    said = by.split()
    return len(said) <= NAMED and ("/" in by or not said[0][0].islower())


def _bounded(text: str) -> str:
    if len(text) <= CAPTION:
        return text
    end = max((stop for _, stop in split(text) if stop <= CAPTION), default=0)
    return text[:end].rstrip()


def described(alt: str, title: str) -> str:
    """Give an outlet's alternative text where it is one: no file's name, and not the headline over again."""
    said = alt.strip()
    empty = sum(sign.isalpha() for sign in said) <= WORDLESS or _FILE.fullmatch(said) is not None
    return "" if empty or folded(said).lower() == folded(title).lower() else said
