"""The text of feeds.yaml with feeds added or taken out: every line that is not about them stays as it is, to the byte.

A pass through ruamel.yaml would fold lines and choose quotes anew. So the text itself is cut where `layout` says, and
whoever asks for it holds what the new text means against what was wanted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from briefing.config import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.config.layout import Listing, Seat
    from briefing.config.wording import Option

Edit: TypeAlias = tuple[int, int, str]  # from, to, and what stands there afterwards

DASH = re.compile(r"^( *)-(?=\s)", re.MULTILINE)
COMMA = re.compile(r"(?:\s|(?<=\s)#[^\n]*\n)*,")


class CannotEdit(ValueError):  # noqa: N818 - read as a sentence: "raise CannotEdit"
    """The list of feeds is written in a way that cannot be edited without touching more than it."""


def with_feeds(text: str, listing: Listing, additions: Mapping[int, Sequence[Mapping[str, Option]]]) -> str:
    """Give the text with feeds added: `additions` names the feed (by number, from 0) behind which each stands."""
    edits: list[Edit] = []
    for number, feeds in sorted(additions.items()):
        if listing.flow:
            edits += _in_brackets(text, listing.seats[number], feeds)
        else:
            edits.append(_under_dashes(text, listing, number, feeds))
    return edited(text, edits)


def without_feeds(text: str, listing: Listing, numbers: Iterable[int]) -> str:
    """Give the text without some feeds. What is said behind or inside one goes with it; the lines around it stay."""
    gone = sorted(numbers)
    if listing.flow:
        return edited(text, _out_of_brackets(text, listing.seats, gone))
    return edited(text, [(*_lines_of(text, listing, number), "") for number in gone])


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Make edits, which must not overlap."""
    parts, at = [], 0
    for start, end, new in sorted(edits):
        if start < at:
            raise CannotEdit
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    """Find the end of a line, before its line break."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end - 1 if text[at:end].endswith("\r") else end


# ── under dashes ───────────────────────────────────────────────────────────────────────────────────────────────


def _dash(text: str, listing: Listing, number: int) -> re.Match[str]:
    """Find the dash of a feed: the last that begins a line before it."""
    since = listing.seats[number - 1].end if number else _line_start(text, listing.start)
    found = DASH.search(text, since, listing.seats[number].start)
    if found is None:
        raise CannotEdit
    return found


def _behind(text: str, seat: Seat, column: int) -> int:
    """Find the end of a feed's last line, or of the comments below it that are indented as its own."""
    end = _line_end(text, seat.end)
    while end < len(text):
        start = text.index("\n", end) + 1
        line = text[start : _line_end(text, start)]
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) <= column:
            break
        end = start + len(line)
    return end


def _under_dashes(text: str, listing: Listing, number: int, feeds: Sequence[Mapping[str, Option]]) -> Edit:
    margin = _dash(text, listing, number)[1]
    over_lines = not any(seat.kind == "flow" for seat in listing.seats)
    lines = [line for feed in feeds for line in _item(feed, margin, over_lines=over_lines)]
    at = _behind(text, listing.seats[number], len(margin))
    return at, at, "".join(_newline(text) + line for line in lines)


def _item(feed: Mapping[str, Option], margin: str, *, over_lines: bool) -> list[str]:
    if list(feed) == ["url"]:
        return [f"{margin}- {wording.alone(str(feed['url']))}"]
    if over_lines:
        first, *others = wording.over_lines(feed)
        return [f"{margin}- {first}", *(f"{margin}  {other}" for other in others)]
    return [f"{margin}- {wording.in_braces(feed)}"]


def _lines_of(text: str, listing: Listing, number: int) -> tuple[int, int]:
    dash = _dash(text, listing, number)
    end = _behind(text, listing.seats[number], len(dash[1]))
    following = text.find("\n", end)
    return dash.start(), len(text) if following < 0 else following + 1


# ── in brackets ────────────────────────────────────────────────────────────────────────────────────────────────


def _in_brackets(text: str, seat: Seat, feeds: Sequence[Mapping[str, Option]]) -> list[Edit]:
    """Add behind a feed in brackets; where it ends its line, on lines of their own, behind its comma and comment."""
    whole_json = text.lstrip().startswith("{")
    said = [wording.in_list(feed, json_only=whole_json) for feed in feeds]
    end = _line_end(text, seat.end)
    rest = text[seat.end : end].strip()
    start = _line_start(text, seat.start)
    margin = text[start : seat.start]
    if margin.strip() or not (not rest or rest.startswith("#") or re.fullmatch(r",\s*(#.*)?", rest)):
        return [(seat.end, seat.end, "".join(f", {one}" for one in said))]
    lines = f",{_newline(text)}{margin}".join(said)
    if rest.startswith(","):
        return [(end, end, f"{_newline(text)}{margin}{lines},")]
    comma = COMMA.match(text, seat.end)
    if comma:  # on a later line: rather untidy, and so is the answer
        return [(seat.end, seat.end, "".join(f", {one}" for one in said))]
    return [(seat.end, end, f",{text[seat.end : end]}{_newline(text)}{margin}{lines}")]


def _out_of_brackets(text: str, seats: Sequence[Seat], gone: Sequence[int]) -> list[Edit]:
    """Take feeds out of brackets, each with the comma behind it; the last ones with the commas before them."""
    last = len(seats) - 1
    while last in gone:
        last -= 1
    edits = [_cut(text, seats[number]) for number in gone]
    comma = COMMA.match(text, seats[last].end) if last >= 0 else None
    if comma and last < len(seats) - 1 and not COMMA.match(text, seats[-1].end):
        edits.append((comma.end() - 1, _blank_end(text, comma.end()), ""))
    return edits


def _cut(text: str, seat: Seat) -> Edit:
    """Cut a feed and its comma; the whole line where nothing else stands on it."""
    comma = COMMA.match(text, seat.end)
    end = comma.end() if comma else seat.end
    start, line_end = _line_start(text, seat.start), _line_end(text, end)
    rest = text[end:line_end].strip()
    if not text[start : seat.start].strip() and (not rest or rest.startswith("#")):
        following = text.find("\n", line_end)
        return start, len(text) if following < 0 else following + 1, ""
    return seat.start, _blank_end(text, end) if comma else end, ""


def _blank_end(text: str, at: int) -> int:
    """Pass over blanks, but not those that a comment needs before it."""
    end = at
    while text[end : end + 1] in {" ", "\t"}:
        end += 1
    return at if text[end : end + 1] == "#" else end
