"""What templates of one's own change: design tokens set anew, blocks replaced, or a whole file in its lines."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.press.lookup import BUILTIN, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.press.lookup import Templates

TOKEN = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]+?)\s*(?=[;}])")
BLOCK = re.compile(r"\{%-?\s*block\s+(\w+)")
EXTENDS = re.compile(r"\{%-?\s*extends\s+[\"']([^\"']+)[\"']")
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
JINJA_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What one file of somebody's own changes, in lines; `over` is the shipped file of its name, "" where none has it."""

    file: str
    over: str
    lines: tuple[str, ...]


def differences(templates: Templates) -> tuple[Difference, ...]:
    """Say what every file that is not shipped changes of the one that it stands for."""
    ours = dict(shipped())
    own = ((name, text, where) for name, text, where in templates.files if not where.startswith(BUILTIN))
    return tuple(
        Difference(file=where, over=name if name in ours else "", lines=tuple(_changes(name, text, ours.get(name, ""))))
        for name, text, where in own
    )


def tokens(css: str) -> dict[str, str]:
    """Read the design tokens that a style sheet sets, the first value of each."""
    found: dict[str, str] = {}
    for name, value in TOKEN.findall(CSS_COMMENT.sub("", css)):
        found.setdefault(name, value)
    return found


def blocks(html: str) -> tuple[str, ...]:
    """Name a template's blocks, in their order."""
    return tuple(dict.fromkeys(BLOCK.findall(JINJA_COMMENT.sub("", html))))


def _changes(name: str, text: str, over: str) -> Iterator[str]:
    if name == "style.css":
        yield from _tokens(text)
        return
    extended = EXTENDS.search(JINJA_COMMENT.sub("", text))
    if extended:
        replaced = blocks(text)
        yield f"extends {extended[1]}: " + (
            f"replaces {', '.join(replaced)}" if replaced else "replaces no block: the page is as shipped"
        )
        return
    if over:
        yield from difflib.unified_diff(
            over.splitlines(), text.splitlines(), f"{BUILTIN}{name}", name, lineterm="", n=2
        )
    else:
        yield "a file of your own: no shipped one has its name"


def _tokens(css: str) -> Iterator[str]:
    """Tell the tokens that are set anew, with their shipped values, and that there are rules besides."""
    ours = tokens(dict(shipped())["tokens.css"])
    mine = tokens(css)
    for name, value in mine.items():
        yield f"{name}: {ours[name]} → {value}" if name in ours else f"{name}: {value} (no shipped sheet uses it)"
    rules = re.sub(r":root\s*\{[^}]*\}", "", CSS_COMMENT.sub("", css)).count("{")
    if rules:
        yield f"and {rules} rule{'s' if rules > 1 else ''} of its own"
    if not mine and not rules:
        yield "sets nothing"
