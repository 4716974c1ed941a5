"""One edition, in each format asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.errors import PressError
from briefing.identity import digest
from briefing.press.agenda import as_calendar
from briefing.press.data import as_data, as_json
from briefing.press.faces import embed_faces, missing_characters
from briefing.press.locales import direction
from briefing.press.scripts import INSTALL, installed
from briefing.press.setting import set_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from briefing.model import Edition
    from briefing.press.lookup import Templates

FORMATS = ("json", "html", "pdf", "ics")
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
    map: Callable[..., Iterable[bytes]] = map,  # noqa: A002 - a place is a map: it is named so in every room
) -> dict[str, bytes]:
    """Give the edition's files by format. Raises PressError with a template's file and line."""
    wanted = tuple(dict.fromkeys(formats))
    for name in wanted:
        if name not in FORMATS:
            raise PressError(f"format '{name}': unknown (there are: {', '.join(FORMATS)})")
    jobs = [(edition, templates, name) for name in wanted]
    return dict(zip(wanted, map(set_one, jobs), strict=True))


def set_one(job: tuple[Edition, Templates, str]) -> bytes:
    """Set one edition in one format: what is mapped over a place where work runs."""
    edition, templates, name = job
    if name == "json":
        return as_json(edition)
    if name == "ics":
        return as_calendar(edition)
    if name == "html":
        return embed_faces(page_html(edition, templates, medium="screen")).encode()
    from briefing.press.printer import print_pdf  # noqa: PLC0415 - so that HTML needs no system library

    return print_pdf(page_html(edition, templates, medium="print"), identifier=digest(edition))


def pages_filled(edition: Edition, templates: Templates) -> float:
    """Say how many pages an edition fills in print: 1.5 is one page and a half."""
    from briefing.press.printer import measure  # noqa: PLC0415 - as above

    return measure(page_html(edition, templates, medium="print"))


def page_html(edition: Edition, templates: Templates, *, medium: str) -> str:
    """Fill `edition.html` (screen) or `print.html` (print) with the edition; no faces are embedded yet."""
    data = as_data(edition)
    name = "print.html" if medium == "print" else "edition.html"
    return set_html(name, data, templates, describe(edition, data, medium))


def missing_glyphs(edition: Edition) -> tuple[str, ...]:
    """Give the characters of an edition that no face of ours can draw: they print as empty boxes."""
    return missing_characters("".join(_texts(as_data(edition))))


def remedy() -> str:
    """Give the command that brings faces for other scripts; nothing where all of them are here."""
    return INSTALL if any(not version for version in installed().values()) else ""


def describe(edition: Edition, data: Mapping[str, Any], medium: str) -> dict[str, object]:
    """Say about the page what is no part of the edition: medium, rail, each story's form and tongue, its name."""
    stories = [story for section in data["sections"] for story in section["stories"]]
    return {
        "medium": medium,
        "rail": medium == "print" and edition.paper in WITH_RAIL and direction(data["language"]) == "ltr",
        "forms": {story["id"]: _form(story, first=at == 0) for at, story in enumerate(stories)},
        "language": data["language"],
        "tongues": {story["id"]: _tongue(story["language"], data["language"]) for story in stories},
        "unnamed": {story["id"]: _unnamed(story, medium) for story in stories},
        "stories": len(stories),
        "minutes": max(1, round(sum(_told(story) for story in stories) / PACE)),
        "contents": "" if len(stories) < CONTENTS_FROM else "stories" if len(stories) <= CONTENTS_HOLD else "sections",
        "digest": digest(edition),
    }


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
