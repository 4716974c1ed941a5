"""One edition, in each format asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.errors import PressError
from briefing.identity import digest
from briefing.press.agenda import as_calendar
from briefing.press.book import make_book
from briefing.press.data import as_data, as_json
from briefing.press.faces import embed_faces, missing_characters
from briefing.press.locales import direction
from briefing.press.mail import mail_html, mail_text, markdown
from briefing.press.pictures import HIGHEST, address, embed_pictures, height
from briefing.press.scripts import INSTALL, installed
from briefing.press.setting import set_html
from briefing.press.standing import standing_shown

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from briefing.model import Edition
    from briefing.press.lookup import Templates

FORMATS = ("json", "html", "pdf", "ics", "epub", "md", "mail", "text")
ENDINGS: Mapping[str, str] = {"mail": "mail.html", "text": "txt"}  # of a file's name, where it is not the format's own
SIMPLE = {"mail": mail_html, "text": mail_text, "md": markdown}  # set from the data by one template each
WITH_RAIL = frozenset({"letter", "a4"})
PACE = 230  # words a minute: silent reading (Brysbaert 2019 gives 238 for English)
CONTENTS_FROM = 4  # stories: fewer need no list of contents
NAMED = 5  # sources of a story that are credited in full
CONTENTS_HOLD = 12  # stories that are listed by name before the lead: more are listed by section


def set_type(
    edition: Edition,
    templates: Templates,
    formats: Sequence[str],
    *,
    pictures: Mapping[str, bytes] | None = None,
    map: Callable[..., Iterable[bytes]] = map,  # noqa: A002 - a place is a map: it is named so in every room
) -> dict[str, bytes]:
    """Give the edition's files by format. Raises PressError with a template's file and line.

    `pictures` are JPEGs by the digests under which the edition names them; one that is not there is not printed.
    """
    wanted = tuple(dict.fromkeys(formats))
    for name in wanted:
        if name not in FORMATS:
            raise PressError(f"format '{name}': unknown (there are: {', '.join(FORMATS)})")
    jobs = [(edition, templates, name, dict(pictures or {})) for name in wanted]
    return dict(zip(wanted, map(set_one, jobs), strict=True))


def set_one(job: tuple[Edition, Templates, str, dict[str, bytes]]) -> bytes:
    """Set one edition in one format: what is mapped over a place where work runs."""
    edition, templates, name, pictures = job
    if name == "json":
        return as_json(edition)
    if name == "ics":
        return as_calendar(edition)
    if name == "html":
        html = page_html(edition, templates, medium="screen", pictures=pictures)
        return embed_pictures(embed_faces(html), pictures).encode()
    if name in SIMPLE:
        data = as_data(edition)
        return SIMPLE[name](data, templates, describe(edition, data, "mail"))
    if name == "epub":
        data = as_data(edition)
        return make_book(data, templates, describe(edition, data, "book", pictures), pictures)
    from briefing.press.printer import print_pdf  # noqa: PLC0415 - so that HTML needs no system library

    html = _print_html(edition, templates, pictures)
    return print_pdf(html, identifier=digest(edition), pictures=pictures)


def _print_html(edition: Edition, templates: Templates, pictures: Mapping[str, bytes]) -> str:
    """Fill the page for paper; where a style of one's own drives the lead under its picture overleaf, that hangs beside it."""
    from briefing.press.printer import on_front_page  # noqa: PLC0415 - as above

    html = page_html(edition, templates, medium="print", pictures=pictures)
    lead = next((story for section in edition.sections for story in section.stories), None)
    if lead is None or not any(image.digest in pictures for image in lead.images):
        return html
    if on_front_page(html, lead.id, pictures):
        return html
    return page_html(edition, templates, medium="print", pictures=pictures, beside=True)


def file_name(stem: str, name: str) -> str:
    """Name the file of a format: `morning.pdf`, `morning.mail.html`."""
    return f"{stem}.{ENDINGS.get(name, name)}"


def pages_filled(edition: Edition, templates: Templates, pictures: Mapping[str, bytes]) -> float:
    """Say how many pages an edition fills in print: 1.5 is one page and a half."""
    from briefing.press.printer import measure  # noqa: PLC0415 - as above

    return measure(_print_html(edition, templates, pictures), pictures)


def page_html(
    edition: Edition, templates: Templates, *, medium: str, pictures: Collection[str] = (), beside: bool = False
) -> str:
    """Fill `edition.html` (screen) or `print.html` (print) with the edition; no faces or pictures are embedded yet.

    `pictures` names those that are there to be printed; `beside` hangs the lead's beside its text.
    """
    data = as_data(edition)
    name = "print.html" if medium == "print" else "edition.html"
    page = describe(edition, data, medium, pictures) | ({"picture_height": 0} if beside else {})
    return set_html(name, data, templates, page)


def missing_glyphs(edition: Edition) -> tuple[str, ...]:
    """Give the characters of an edition that no face of ours can draw: they print as empty boxes."""
    return missing_characters("".join(_texts(as_data(edition))))


def remedy() -> str:
    """Give the command that brings faces for other scripts; nothing where all of them are here."""
    return INSTALL if any(not version for version in installed().values()) else ""


def describe(
    edition: Edition, data: Mapping[str, Any], medium: str, pictures: Collection[str] = ()
) -> dict[str, object]:
    """Say about the page what is no part of the edition: medium, rail, each story's form and tongue, its name.

    And where the pictures that are there stand for this page, by their digests, and how high the lead's may be.
    """
    stories = [story for section in data["sections"] for story in section["stories"]]
    contents = "" if len(stories) < CONTENTS_FROM else "stories" if len(stories) <= CONTENTS_HOLD else "sections"
    listed = {"": 0, "stories": len(stories), "sections": len(data["sections"])}[contents]
    return {
        "medium": medium,
        "rail": medium == "print" and edition.paper in WITH_RAIL and direction(data["language"]) == "ltr",
        "forms": {story["id"]: _form(story, first=at == 0) for at, story in enumerate(stories)},
        "language": data["language"],
        "tongues": {story["id"]: _tongue(story["language"], data["language"]) for story in stories},
        "unnamed": {story["id"]: _unnamed(story, medium) for story in stories},
        "stories": len(stories),
        "minutes": max(1, round(sum(_told(story) for story in stories) / PACE)),
        "standing": standing_shown(data),
        "contents": contents,
        "picture_height": _picture_height(edition.paper, listed, stories, medium),
        "pictures": {name: address(name) for name in sorted(pictures)},
        "digest": digest(edition),
    }


def _picture_height(paper: str, listed: int, stories: Sequence[Mapping[str, Any]], medium: str) -> int:
    """Say how high the lead's picture may be over the column: not at all where it is an upright one."""
    upright = any(image["height"] > image["width"] for story in stories[:1] for image in story["images"][:1])
    if upright or not stories:
        return 0
    return HIGHEST if medium == "screen" else height(paper, listed, stories[0]["headline"], stories[0]["summary"])


def _told(story: Mapping[str, Any]) -> int:
    """Count the words that are printed of a story: what reading the edition takes, not what its sources would."""
    parts = ("key_developments", "analysis", "open_questions", "unknowns", "since_yesterday")
    texts = [story["headline"], story["summary"], *(item["text"] for part in parts for item in story[part])]
    return sum(len(text.split()) for text in texts)


def _unnamed(story: Mapping[str, Any], medium: str) -> list[Any]:
    """Give the sources that are only counted: those after the fifth, but on paper for one that a statement rests on."""
    parts = ("key_developments", "analysis", "open_questions", "unknowns", "since_yesterday", "watch_for")
    held = [*story["summary_evidence"], *(one for part in parts for item in story[part] for one in item["evidence"])]
    held += [one for item in story["disagreements"] for side in item["positions"] for one in side["evidence"]]
    cited = {one["source"] for one in held} if medium == "print" else set()
    return [source for at, source in enumerate(story["sources"]) if at >= NAMED and at not in cited]


def _tongue(language: str, page: str) -> str:
    """Give a story's language where it is not the page's: `en` is that of a page in `en-CA`."""
    return "" if page[: len(language)] == language else language


def _form(story: Mapping[str, Any], *, first: bool) -> str:
    """Say how a story is set: the lead, in full, or in brief where its length or its sources leave one sentence."""
    if story["form"] == "brief" and not first:
        return "brief"
    parts = ("since_yesterday", "key_developments", "analysis", "open_questions", "disagreements")
    told = any(story[part] for part in parts)
    return ("lead" if first else "story") if told else "brief"


def _texts(data: object) -> Iterator[str]:
    """Walk all strings that a page may print: addresses and digests do no harm."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in {"quote", "used", "left_out"}:
                yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)
