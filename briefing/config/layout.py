"""Where each feed stands in the text of feeds.yaml, to the character: what is edited there leaves the rest as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KEY = "feeds"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One feed's own text, from its first character to behind its last: neither its dash nor a comment behind it."""

    start: int
    end: int
    kind: str  # text, block (a mapping over lines), flow (a mapping in braces), alias


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The list of feeds: where it begins, whether it stands in brackets, and its seats in order."""

    start: int
    flow: bool
    seats: tuple[Seat, ...]


def listing(text: str) -> Listing | None:
    """Find the list of feeds in a text that is valid; None where it is no list of its own (an alias, or merged)."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - imported where a file is read, so that --help stays fast
    from ruamel.yaml.events import MappingStartEvent, SequenceStartEvent  # noqa: PLC0415 - likewise

    events: list[Any] = list(YAML(typ="safe", pure=True).parse(text))[2:]  # without the stream's and document's starts
    if not isinstance(events[0], MappingStartEvent):
        return None
    for key, value in _pairs(events):
        if getattr(events[key], "value", None) == KEY and isinstance(events[value], SequenceStartEvent):
            seats = tuple(_seat(text, events[at:after]) for at, after in _nodes(events, value + 1))
            flow = bool(events[value].flow_style)
            return Listing(start=events[value].start_mark.index, flow=flow, seats=seats)
    return None


def _pairs(events: Sequence[Any]) -> Iterator[tuple[int, int]]:
    """Give where each key and each value of the outermost mapping begins."""
    starts = [at for at, _ in _nodes(events, 1)]
    yield from zip(starts[::2], starts[1::2], strict=True)


def _nodes(events: Sequence[Any], at: int) -> Iterator[tuple[int, int]]:
    """Give the first event of each node of a collection, and the one behind its last."""
    from ruamel.yaml.events import CollectionEndEvent, CollectionStartEvent  # noqa: PLC0415 - as above

    while not isinstance(events[at], CollectionEndEvent):
        after, depth = at, 0
        while after == at or depth:
            depth += isinstance(events[after], CollectionStartEvent)
            depth -= isinstance(events[after], CollectionEndEvent)
            after += 1
        yield at, after
        at = after


def _seat(text: str, events: Sequence[Any]) -> Seat:
    """Measure a node by what is written of it: a block's own end is told only where the next thing begins."""
    from ruamel.yaml.events import AliasEvent, MappingStartEvent  # noqa: PLC0415 - as above

    first = events[0]
    start = first.start_mark.index
    end = max(event.end_mark.index for event in events if event.end_mark.index > event.start_mark.index)
    kind = "alias" if isinstance(first, AliasEvent) else "text"
    if isinstance(first, MappingStartEvent):
        kind = "flow" if first.flow_style else "block"
    return Seat(start=start, end=start + len(text[start:end].rstrip()), kind=kind)
