"""A feed as it is written into feeds.yaml: in the way of those that stand there, and quoted wherever it must be."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Option: TypeAlias = str | int | bool

PLAIN = re.compile(r"[^\W\d_](?:[\w.’-]| (?=[\w’-]))*")
RESERVED = re.compile(r"(?i)true|false|null|yes|no|on|off|y|n")
PLAIN_ADDRESS = re.compile(r"https?://[\w.-]+(?::\d+)?/[\w./~%+=-]*", re.ASCII)


def in_braces(feed: Mapping[str, Option], *, json_only: bool = False) -> str:
    """Write a feed as `{url: "…", name: …}`; as JSON where the whole file is."""
    if json_only:
        return "{" + ", ".join(f"{_quoted(key)}: {_quoted(value)}" for key, value in feed.items()) + "}"
    return "{" + ", ".join(f"{key}: {_scalar(value)}" for key, value in feed.items()) + "}"


def in_list(feed: Mapping[str, Option], *, json_only: bool) -> str:
    """Write a feed as it stands in brackets."""
    return _quoted(feed["url"]) if list(feed) == ["url"] else in_braces(feed, json_only=json_only)


def over_lines(feed: Mapping[str, Option]) -> list[str]:
    """Write a feed as lines `key: value`."""
    return [f"{key}: {_scalar(value)}" for key, value in feed.items()]


def alone(url: str) -> str:
    """Write a feed of which nothing but its address is said."""
    return url if PLAIN_ADDRESS.fullmatch(url) else _quoted(url)


def _scalar(value: Option) -> str:
    plain = isinstance(value, str) and PLAIN.fullmatch(value) and not RESERVED.fullmatch(value)
    return str(value) if plain else _quoted(value)


def _quoted(value: Option) -> str:
    """Write a value as JSON does, which YAML reads alike, with every sign that could hide or break a line escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else _escaped(sign) for sign in text)


def _escaped(sign: str) -> str:
    return json.dumps(sign)[1:-1] if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"  # noqa: PLR2004 - the last that \u can say
