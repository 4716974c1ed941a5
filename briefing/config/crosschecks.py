"""What no key can tell alone: feeds twice, sections that no feed has, audiences that extend nobody or themselves.

The checks look at what was written, not at the forms, so that they speak even where other parts are wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from briefing.config.identifiers import address_key, feed_id
from briefing.config.mistakes import Mistake, did_you_mean, shown, where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.config.document import Document, Value

Mapping: TypeAlias = "dict[str, Value]"
USUAL = ("html", "pdf")
OPTIONAL = (*USUAL, "epub", "md")


def mistakes(document: Document) -> list[Mistake]:
    """Run all checks over what was written."""
    return [*_twice(document), *_unknown_sections(document), *_extends(document), *_attached(document)]


def _feeds(document: Document) -> Iterator[tuple[int, str, Mapping]]:
    """Give each feed that has an address: its number, the address, its options."""
    feeds = document.at(("feeds",))
    for number, feed in enumerate(feeds if isinstance(feeds, list) else []):
        options: Mapping = feed if isinstance(feed, dict) else {"url": feed}
        url = options.get("url")
        if isinstance(url, str):
            yield number, url, options


def _audiences(document: Document) -> dict[str, Mapping]:
    audiences = document.at(("audiences",))
    written = audiences if isinstance(audiences, dict) else {}
    return {name: options if isinstance(options, dict) else {} for name, options in written.items()}


def _twice(document: Document) -> Iterator[Mistake]:
    """Find addresses and ids that two feeds share."""
    urls: dict[str, int] = {}
    ids: dict[str, int] = {}
    for number, url, options in _feeds(document):
        path = ("feeds", number)
        said, line = where(path, document), document.line(path)
        written = options.get("id")
        name = written if isinstance(written, str) and written else feed_id(url)
        if (first := urls.setdefault(address_key(url), number)) != number:
            what = f"the same address as feed {first + 1} in line {document.line(('feeds', first))}: remove one"
            yield Mistake(line=line, where=said, what=what)
        elif (first := ids.setdefault(name, number)) != number:
            what = f"the same id {shown(name)} as feed {first + 1} in line {document.line(('feeds', first))}: write `id: …`"
            yield Mistake(line=document.line((*path, "id")), where=said, what=what)


def _unknown_sections(document: Document) -> Iterator[Mistake]:
    """Find sections of audiences that no feed belongs to."""
    known = {section for _, _, feed in _feeds(document) if isinstance(section := feed.get("section", ""), str)}
    for name, options in _audiences(document).items():
        sections = options.get("sections")
        for number, section in enumerate(sections if isinstance(sections, list) else []):
            if isinstance(section, str) and section not in known:
                path = ("audiences", name, "sections", number)
                near = did_you_mean(section, known) or "; the feeds have " + (", ".join(sorted(known - {""})) or "none")
                said = f"unknown section {shown(section)}{near}"
                yield Mistake(line=document.line(path), where=where(path, document), what=said)


def _extends(document: Document) -> Iterator[Mistake]:
    """Find audiences that extend an unknown one, or themselves by a chain."""
    audiences = _audiences(document)
    parents = {name: options.get("extends") for name, options in audiences.items()}
    for name, parent in parents.items():
        path = ("audiences", name, "extends")
        said, line = where(path, document), document.line(path)
        if isinstance(parent, str) and parent and parent not in parents:
            near = did_you_mean(parent, parents)
            yield Mistake(line=line, where=said, what=f"extends the unknown audience {shown(parent)}{near}")
        chain, following = [name], parent
        while isinstance(following, str) and following in parents and following not in chain:
            chain.append(following)
            following = parents[following]
        if following == name:
            circle = " → ".join(shown(each) for each in (*chain, name))
            yield Mistake(line=line, where=said, what=f"extends itself: {circle}")


def _attached(document: Document) -> Iterator[Mistake]:
    """Find mails that attach what their audience does not make (the JSON and the calendar are always there)."""
    audiences = _audiences(document)
    for name, options in audiences.items():
        made = _inherited(audiences, name, "formats")
        missing = set(OPTIONAL) - set(
            made if isinstance(made, list) and all(isinstance(one, str) for one in made) else USUAL
        )
        deliver = options.get("deliver")
        for number, channel in enumerate(deliver if isinstance(deliver, list) else []):
            path = ("audiences", name, "deliver", number, "email", "attach")
            attach = document.at(path)
            for wanted in attach if isinstance(attach, list) and isinstance(channel, dict) else []:
                if isinstance(wanted, str) and wanted in missing:
                    what = f"attaches {shown(wanted)}, which `formats` does not have: add it there"
                    yield Mistake(line=document.line(path), where=where(path, document), what=what)


def _inherited(audiences: dict[str, Mapping], name: str, key: str) -> Value:
    """Follow `extends` to the audience that writes a key."""
    seen: set[Value] = set()
    at: Value = name
    while isinstance(at, str) and at in audiences and at not in seen:
        if key in audiences[at]:
            return audiences[at][key]
        seen.add(at)
        at = audiences[at].get("extends")
    return None
