"""One mistake, as it is told: the line, where, what, and what to do. Nothing here ever shows a secret."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.config.document import Document, Path, Value

LONGEST_SHOWN = 60
HARMLESS_KEY = re.compile(r"[\w .'-]{1,60}")
UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
PARTS = frozenset({"place", "weather", "summarizer", "fetch"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """What is wrong on one line of feeds.yaml (counted from 1); `where` names the part, if there is one."""

    line: int
    what: str
    where: str = ""

    def told(self, name: str) -> str:
        """Write the mistake as one line, led by the file as the user named it."""
        parts = [f"{name}:{self.line}", self.where, self.what]
        return UNSAFE.sub(" ", ": ".join(part for part in parts if part))


def told(mistakes: Iterable[Mistake], name: str) -> tuple[str, ...]:
    """Write all mistakes in the order of their lines, each once."""
    ordered = sorted(mistakes, key=lambda mistake: mistake.line)
    return tuple(dict.fromkeys(mistake.told(name) for mistake in ordered))


def did_you_mean(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """Suggest the nearest known word, as ` (did you mean 'x'?)`, or nothing."""
    folded = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word.casefold(), sorted(folded), n=1, cutoff=cutoff)
    return f" (did you mean '{folded[near[0]]}'?)" if near else ""


def unknown_key(key: str, known: Iterable[str]) -> str:
    """Say that a key is unknown; what does not look like a key (an address, say) is not repeated."""
    if not HARMLESS_KEY.fullmatch(key):
        return "unknown key (not shown: it does not look like one)"
    return f"unknown key '{key}'{did_you_mean(key, known)}"


def shown(value: object) -> str:
    """Show a value that is no secret by its place; whatever might hold one all the same is only described."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    if re.search(r"[@?$\\]|://", text):
        return "this text"
    text = text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
    return f"'{text}'" if isinstance(value, str) else text


def shown_address(url: str) -> str:
    """Show an address without user, password, query and fragment, in which secrets live."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        return ""
    address = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
    return address if len(address) <= LONGEST_SHOWN else address[: LONGEST_SHOWN - 1] + "…"


def where(path: Path, document: Document) -> str:
    """Name the part of the file that a path lies in: `feed 3 (https://…)`, `audience 'board', deliver 2`."""
    match path:
        case ("feeds", int(number), *_):
            return f"feed {number + 1}{_address(document.at(path[:2]))}"
        case ("audiences", name, "deliver", int(number), *_):
            return f"audience {shown(name)}, deliver {number + 1}"
        case ("audiences", name, *rest):
            nested = f", {rest[0]}" if rest and rest[0] in PARTS else ""
            return f"audience {shown(name)}{nested}"
        case (str(part), *_) if part in PARTS:
            return part
        case _:
            return ""


def _address(feed: Value) -> str:
    url = feed.get("url") if isinstance(feed, dict) else feed
    address = shown_address(url) if isinstance(url, str) else ""
    return f" ({address})" if address else ""
