"""What no single value shows: sections that no feed has, feeds that stand twice, audiences that extend in a circle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.config.mistakes import Mistake, did_you_mean, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.config.document import Document


def mistakes(document: Document) -> list[Mistake]:
    """Find them all, also where other parts of the file cannot be read."""
    value = document.value if isinstance(document.value, dict) else {}
    feeds = value.get("feeds") if isinstance(value.get("feeds"), list) else []
    audiences = value.get("audiences") if isinstance(value.get("audiences"), dict) else {}
    assert isinstance(feeds, list)
    assert isinstance(audiences, dict)
    return [*_twice(document, feeds), *_sections(document, feeds, audiences), *_extends(document, audiences)]


def _twice(document: Document, feeds: list[Any]) -> Iterator[Mistake]:
    for key in ("url", "id"):
        first: dict[str, int] = {}
        for number, feed in enumerate(feeds):
            name = feed.get(key) if isinstance(feed, dict) else feed if key == "url" else None
            if not isinstance(name, str) or not name:
                continue
            if name in first:
                line = document.line(("feeds", first[name]))
                yield Mistake(
                    line=document.line(("feeds", number)),
                    where=f"feed {number + 1}",
                    what=f"the same {'address' if key == 'url' else key} as in line {line}: remove one of them",
                )
            first.setdefault(name, number)


def _sections(document: Document, feeds: list[Any], audiences: dict[str, Any]) -> Iterator[Mistake]:
    known = {feed["section"] for feed in feeds if isinstance(feed, dict) and isinstance(feed.get("section"), str)}
    for name, audience in audiences.items():
        sections = audience.get("sections") if isinstance(audience, dict) else None
        for number, section in enumerate(sections if isinstance(sections, list) else []):
            if isinstance(section, str) and section not in known:
                line = document.line(("audiences", name, "sections", number))
                near = did_you_mean(section, known) or (
                    f" (the feeds have: {', '.join(sorted(known))})" if known else " (no feed has a `section:` yet)"
                )
                yield Mistake(line=line, where=f"audience '{name}'", what=f"unknown section {shown(section)}{near}")


def _extends(document: Document, audiences: dict[str, Any]) -> Iterator[Mistake]:
    parents = {name: audience.get("extends") for name, audience in audiences.items() if isinstance(audience, dict)}
    for name, parent in parents.items():
        if not isinstance(parent, str) or not parent:
            continue
        line = document.line(("audiences", name, "extends"))
        if parent not in audiences:
            yield Mistake(
                line=line,
                where=f"audience '{name}'",
                what=f"extends: unknown audience {shown(parent)}{did_you_mean(parent, audiences)}",
            )
            continue
        chain: list[Any] = [name]
        following: Any = parent
        while following and following not in chain:
            chain.append(following)
            following = parents.get(following)
        if following == name:
            yield Mistake(line=line, where=f"audience '{name}'", what=f"extends itself: {' → '.join([*chain, name])}")
