"""Design tokens for programs that know no custom properties: mail programs and e-readers are given their values.

A page marks the sheets whose `:root` alone counts with `<style data-tokens>`; its other sheets use them by `var()`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.press.filters import COMMENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

STYLE = re.compile(r"<style(?P<tokens>\s+data-tokens)?>\n?(?P<sheet>.*?)</style>\n?", re.DOTALL)
ROOT = re.compile(r":root\s*\{([^{}]*)\}")
TOKEN = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]+)")
USED = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*))?\)")
DEEP = 8  # tokens that stand for tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The values of a page's tokens by name, on paper-white and in the dark."""

    light: Mapping[str, str]
    dark: Mapping[str, str]


def with_values(html: str) -> tuple[str, str, Tokens]:
    """Take the sheets out of a page: give the page without them, their rules with every token replaced, the tokens."""
    sheets = [(bool(found["tokens"]), found["sheet"]) for found in STYLE.finditer(html)]
    tokens = read_tokens("\n".join(sheet for _, sheet in sheets))
    rules = "\n".join(sheet for for_tokens, sheet in sheets if not for_tokens)
    return STYLE.sub("", html), _resolved(rules, tokens), tokens


def read_tokens(css: str) -> Tokens:
    """Read every `:root` of a sheet: those outside a media query, then what the dark sets otherwise."""
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    for query, body in _parts(COMMENT.sub("", css)):
        named = dict(pair for root in ROOT.findall(body) for pair in TOKEN.findall(root))
        values = {name: value.strip() for name, value in named.items()}
        if not query:
            light |= values
        elif "dark" in query:
            dark |= values
    return Tokens(light=light, dark=light | dark)


def _resolved(css: str, tokens: Tokens) -> str:
    parts = []
    for query, body in _parts(COMMENT.sub("", css)):
        text = _filled(body, tokens.dark if "dark" in query else tokens.light).strip()
        parts.append(f"{query} {{\n{text}\n}}" if query else text)
    return "\n".join(part for part in parts if part)


def _filled(css: str, values: Mapping[str, str]) -> str:
    for _ in range(DEEP):
        filled = USED.sub(lambda found: values.get(found[1], (found[2] or "inherit").strip()), css)
        if filled == css:
            break
        css = filled
    return css


def _parts(css: str) -> Iterator[tuple[str, str]]:
    """Part a sheet into its media queries, each with what stands inside, and what stands between them (no query)."""
    at = 0
    for found in re.finditer(r"@media[^{]*\{", css):
        if found.start() < at:
            continue  # a query inside a query belongs to the outer one
        yield "", css[at : found.start()]
        at = _end(css, found.end())
        yield found[0][:-1].strip(), css[found.end() : at - 1]
    yield "", css[at:]


def _end(css: str, start: int) -> int:
    """Find where the block ends whose inside begins at `start`; an unclosed one ends with the sheet."""
    depth = 1
    for at in range(start, len(css)):
        depth += {"{": 1, "}": -1}.get(css[at], 0)
        if not depth:
            return at + 1
    return len(css) + 1
