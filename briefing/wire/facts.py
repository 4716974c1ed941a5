"""What a page says of itself: title, writer, dates, language, site, kind, lead picture. Nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from briefing.model import Kind, Picture
from briefing.wire.address import web_address
from briefing.wire.canonical import canonical
from briefing.wire.dateline import day_of, writers_of
from briefing.wire.furniture import is_caption
from briefing.wire.moment import moment
from briefing.wire.prose import clean, line

if TYPE_CHECKING:
    import datetime as dt

    from lxml.html import HtmlElement

    from briefing.wire.pagedata import PageData

_SEPARATORS = re.compile(r"\s+[|–—·•»:-]\s+|\s*[|»]\s*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?![a-z])")
_NOBODY = re.compile(
    r"(?:the )?(?:news ?room|(?:news|web|editorial|online|digital|our)? ?(?:staff|desk|team|editors?|board|office|reporters?|correspondents?)(?: (?:writers?|reports?|reporters?))?"
    r"|admin(?:istrator)?|author|guest|webmaster|redaktion|rédaction|la rédaction|redacción|redazione|anonymous|unknown|null|undefined|none)",
    re.IGNORECASE,
)
_BY = re.compile(r"^(?:(?:written|posted|reported|words|story)\s+)?(?:by|von|par|por|di|door)\s*:?\s+", re.IGNORECASE)
_BYLINE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:byline|author|author-?name|byline-?name|entry-author|post-author)(?=$|[\s_-])", re.IGNORECASE
)
_MAX_BYLINE = 120
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "opinion",
        re.compile(
            r"opinions?|commentary|comment|editorials?|op-?ed|columns?|columnists?|viewpoints?|views|letters|commentisfree|meinung|kommentar|tribune|opinión",
            re.IGNORECASE,
        ),
    ),
    ("analysis", re.compile(r"(?:news )?analys[ei]s|explainers?|in[- ]depth|análisis|analyse", re.IGNORECASE)),
    (
        "press release",
        re.compile(
            r"press[- ]releases?|pressemitteilung(?:en)?|communiqu[ée] de presse|communiqués?|media releases?|news releases?",
            re.IGNORECASE,
        ),
    ),
)  # fmt: skip - a table
_TYPES: dict[str, Kind] = {
    "opinionnewsarticle": "opinion",
    "analysisnewsarticle": "analysis",
    "pressrelease": "press release",
}
_PREFIX = re.compile(r"^\s*\W{0,2}([\w -]{4,20}?)\s*(?::|\||–|—)\s")
_LABEL_CLASS = re.compile(
    r"(?:^|[\s_-])(?:label|kicker|eyebrow|category|cat|section|tag|badge|overline|rubric|article-type|content-type)(?=$|[\s_-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a page says of itself; empty where it says nothing."""

    title: str
    byline: str
    published: dt.datetime | None
    updated: dt.datetime | None
    language: str
    site: str
    kind: Kind | None
    picture: Picture | None
    free: bool
    canonical: str


def facts_of(tree: HtmlElement, said: PageData, *, url: str = "", hint_title: str = "") -> Facts:
    """The facts, read from JSON-LD, meta elements and the page's own marks before anything is taken out of it."""
    site = line(said.first("og:site_name", "application-name", "publisher.name"), most=100)
    title = _title(tree, said, site) or line(hint_title)
    published, updated = _dates(tree, said)
    return Facts(
        title=title,
        byline=_byline(tree, said, site),
        published=published,
        updated=updated,
        language=_language(tree, said),
        site=site,
        kind=_kind(tree, said, title, url),
        picture=_picture(tree, said, url),
        free=said.first("isaccessibleforfree").lower() != "false",
        canonical=canonical(tree, url),
    )


def completed(facts: Facts, lines: list[str]) -> Facts:
    """The facts with writer and day from the lines between headline and text, where the page says them nowhere else."""
    names = "" if facts.byline else next((names for text in lines if (names := writers_of(text))), "")
    day = None if facts.published else next((day for text in lines if (day := day_of(text))), None)
    return replace(facts, byline=facts.byline or _person(names, facts.site), published=facts.published or day)


# ── title ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _title(tree: HtmlElement, said: PageData, site: str) -> str:
    """The title as the page sets it: the h1 where it is one, else the meta title, less the outlet's suffix."""
    shown = [text for node in tree.iter("h1") if (text := line(node.text_content()))]
    meta = line(said.first("og:title", "headline", "twitter:title"))
    window = line(tree.findtext(".//title") or "")
    named = meta or window
    for heading in shown:
        if named.casefold().startswith(heading.casefold()) or heading.casefold() in window.casefold():
            return heading
    if meta:
        return without_outlet(meta, site, window)
    return without_outlet(window, site, shown[0] if len(shown) == 1 else "") or (shown[0] if shown else "")


def without_outlet(title: str, site: str, other: str = "") -> str:
    """A title less the outlet's name at its end, where the site's name or another title of the page gives it away."""
    marks = list(_SEPARATORS.finditer(title))
    for mark in marks:
        head, tail = title[: mark.start()].strip(), title[mark.end() :].strip()
        if site and _same(tail, site):
            return head
        if head and other and other != title and _same(head, other):
            return head
    if marks and not site and marks[-1].group().strip() in {"|", "»"}:
        return title[: marks[-1].start()].strip()
    return title


def _same(one: str, other: str) -> bool:
    """Whether two names are one, but for spaces, signs, case and a leading article."""
    plain = [re.sub(r"^the|\W+|\.?(?:com|org|net)$", "", name.casefold()) for name in (one, other)]
    return bool(plain[0]) and plain[0] == plain[1]


# ── writer, dates, language ────────────────────────────────────────────────────────────────────────────────────


def _byline(tree: HtmlElement, said: PageData, site: str) -> str:
    """Who wrote it, as the page says; never a newsroom, a site or an address."""
    for names in (
        said.authors,
        said.every("author", "article:author", "byl", "parsely-author", "dc.creator"),
        _marked_names(tree),
    ):
        people = dict.fromkeys(name for said_name in names if (name := _person(said_name, site)))
        if people:
            return ", ".join(people)[:_MAX_BYLINE]
    return ""


def _marked_names(tree: HtmlElement) -> list[str]:
    """Names that the page marks as its writers', near its head: by rel, itemprop or class."""
    marked = [node for node in tree.iter("a", "span", "p", "div", "address") if _marks_writer(node)]
    names = [line(node.text_content(), most=_MAX_BYLINE + 1) for node in marked[:3]]
    return names[:1]


def _marks_writer(node: HtmlElement) -> bool:
    return "author" in {node.get("rel", ""), node.get("itemprop", "")} or bool(
        _BYLINE_CLASS.search(node.get("class", ""))
    )


def _person(name: str, site: str) -> str:
    """A writer's name without "By", or nothing for what names nobody."""
    name = line(name, most=_MAX_BYLINE + 1)
    name = (writers_of(name) or _BY.sub("", name)).strip(" ,|·-")
    nobody = not name or len(name) > _MAX_BYLINE or "://" in name or "@" in name or "www." in name.casefold()
    return "" if nobody or _NOBODY.fullmatch(name) or _same(name, site) or not re.search(r"[^\W\d_]{2}", name) else name


def _dates(tree: HtmlElement, said: PageData) -> tuple[dt.datetime | None, dt.datetime | None]:
    """When it was published and when last changed."""
    published = said.first_moment(
        "datepublished",
        "article:published_time",
        "og:published_time",
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publication_date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "dcterms.issued",
        "date",
        "datecreated",
        "cxenseparse:recs:publishtime",
    )  # fmt: skip - a table
    updated = said.first_moment(
        "datemodified", "article:modified_time", "og:updated_time", "dcterms.modified", "last-modified", "lastmod"
    )
    return published or _marked_time(tree), updated


def _marked_time(tree: HtmlElement) -> dt.datetime | None:
    """The first moment that a time element gives, inside the article before anywhere else."""
    homes = [*tree.iter("article"), *tree.iter("main"), tree]
    times = (node.get("datetime") or node.get("content") or "" for home in homes[:5] for node in home.iter("time"))
    return next((found for text in times if (found := moment(text))), None)


def _language(tree: HtmlElement, said: PageData) -> str:
    for tag in (
        tree.get("lang", ""),
        tree.get("{http://www.w3.org/XML/1998/namespace}lang", ""),
        said.first("content-language", "inlanguage", "og:locale"),
    ):
        if found := _LANGUAGE.match(tag.strip().lower()):
            return found[0]
    return ""


# ── kind and picture ───────────────────────────────────────────────────────────────────────────────────────────


def _kind(tree: HtmlElement, said: PageData, title: str, url: str) -> Kind | None:
    """What the page itself calls the piece: its type, section, label, or the title's first word."""
    for name in said.types:
        if name in _TYPES:
            return _TYPES[name]
    prefix = _PREFIX.match(title)
    words = [
        *said.every("articlesection", "article:section", "og:section", "section", "parsely-section"),
        prefix[1] if prefix else "",
    ]
    words += [*_labels(tree), *urlsplit(url).path.split("/")[:-1]]
    return next((kind for word in words for kind, pattern in _KINDS if pattern.fullmatch(word.strip())), None)


def _labels(tree: HtmlElement) -> list[str]:
    """Labels that stand with the article: not those of menus and of other articles."""
    home = next(tree.iter("article"), None)
    if home is None:
        return []
    marked = (
        node
        for node in home.iter("a", "span", "p", "div", "li", "strong")
        if _LABEL_CLASS.search(node.get("class", ""))
    )
    return [text for node in marked if len(text := clean(node.text_content())) <= 30][:3]  # noqa: PLR2004 - letters


def _picture(tree: HtmlElement, said: PageData, url: str) -> Picture | None:
    """The lead picture, with the caption and the alternative text of the figure that shows it."""
    figures = [_figure(node, url) for node in tree.iter("figure")] + [
        _figure(node, url) for node in tree.iter("div") if "wp-caption" in node.get("class", "").split()
    ]
    shown = [figure for figure in figures if figure]
    lead = _absolute(said.first("og:image", "og:image:url", "twitter:image", "image"), url)
    if not lead:
        return shown[0] if shown else None
    same = next((figure for figure in shown if _file(figure.url) == _file(lead)), None)
    caption, alt = (same.caption, same.alt) if same else ("", line(said.first("og:image:alt", "twitter:image:alt")))
    return Picture(url=lead, caption=caption, alt=alt)


def _figure(node: HtmlElement, url: str) -> Picture | None:
    image = next(node.iter("img"), None)
    if image is None or not (address := _absolute(image.get("src") or image.get("data-src") or "", url)):
        return None
    captions = [clean(part.text_content()) for part in node.iter("*") if part is not node and is_caption(part)]
    return Picture(
        url=address, caption=line(captions[0], most=1000) if captions else "", alt=line(image.get("alt") or "")
    )


def _absolute(address: str, url: str) -> str:
    try:
        return web_address(urljoin(url, address)) if address else ""
    except ValueError:
        return ""


def _file(url: str) -> str:
    """A picture's file name without the size that a theme hangs to it."""
    return re.sub(r"-\d+x\d+(?=\.\w+$)", "", urlsplit(url).path.rpartition("/")[2])
