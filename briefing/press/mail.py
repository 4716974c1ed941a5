"""An edition as a mail: HTML whose styles stand in its elements and that no mail program cuts, and its plain-text twin.

Gmail hides what comes after about 102 KB; so a mail has at most 90, whatever the edition: the first stories are told
whole, the next by their first development, the next by their headline, and what is left is counted.
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from briefing.errors import PressError, TemplateError
from briefing.press.plaintext import fold
from briefing.press.setting import set_html, set_text
from briefing.press.tokens import with_values

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.press.lookup import Templates

BUDGET = 90_000  # bytes of the HTML
CLIPPED = 100_000  # bytes that no mail may have
WHOLE_IN = 20  # stories of which one is told whole, where not even all headlines fit
BRIEF_A_WHOLE = 3  # stories told by their first development for each that is told whole, where not all fit
AT_THE_END = (40, 12, 3, 0)  # entries of each list after the stories: all of them in the edition, so many in a mail
KEPT = re.compile(r"(.*?<head>)(<style>.*?</style>\n?)", re.DOTALL)


def mail_html(data: dict[str, Any], templates: Templates, page: Mapping[str, object]) -> bytes:
    """Set `mail.html`, as much of the edition in it as a mail holds. Raises PressError where a template takes it all."""

    def tried(most: int, rank: int) -> bytes:
        return _inlined(set_html("mail.html", data, templates, dict(page) | _told(data, most, rank)))

    stories = sum(len(section["stories"]) for section in data["sections"])
    steps = 2 * stories  # one for each story that is there at all, one more for each that is told whole
    least = b""
    for most in AT_THE_END:
        least = tried(most, 0)
        if len(least) <= BUDGET:
            return _most(partial(tried, most), steps, least)
    if len(least) > CLIPPED:
        broken = PressError if templates.shipped else TemplateError
        raise broken(f"mail.html: {len(least)} bytes without a story: mail programs cut a mail at {CLIPPED}")
    return least


def mail_text(data: dict[str, Any], templates: Templates, page: Mapping[str, object]) -> bytes:
    """Set `mail.txt`, folded to the width of a mail."""
    return fold(set_text("mail.txt", data, templates, page)).encode()


def markdown(data: dict[str, Any], templates: Templates, page: Mapping[str, object]) -> bytes:
    """Set `markdown.txt`: blank lines part blocks, and there are never two of them."""
    lines = [line.rstrip() for line in set_text("markdown.txt", data, templates, page).split("\n")]
    kept = [line for at, line in enumerate(lines) if line or (at and lines[at - 1])]
    return ("\n".join(kept).strip("\n") + "\n").encode()


def _most(tried: Callable[[int], bytes], steps: int, least: bytes) -> bytes:
    """Search for the highest step whose mail is within the budget: all of it first, then by halves."""
    whole = tried(steps)
    if len(whole) <= BUDGET:
        return whole
    low, high = 0, steps
    while high - low > 1:
        middle = (low + high) // 2
        body = tried(middle)
        if len(body) <= BUDGET:
            low, least = middle, body
        else:
            high = middle
    return least


def _told(data: Mapping[str, Any], most: int, rank: int) -> dict[str, object]:
    """Say how each story is told at a step: first more of them come in, one in twenty whole; then all of them grow."""
    stories = [story["id"] for section in data["sections"] for story in section["stories"]]
    told = stories[:rank]
    whole = max(1, len(told) // WHOLE_IN) + max(0, rank - len(stories))
    brief = whole * (1 + BRIEF_A_WHOLE)
    forms = {story: "whole" if at < whole else "brief" if at < brief else "headline" for at, story in enumerate(told)}
    return {
        "told": forms,
        "first": stories[0] if stories else "",
        "most": most,
        "shortened": max(0, len(told) - whole),
        "missing": len(stories) - len(told),
    }


def _inlined(html: str) -> bytes:
    """Put the styles into the elements; queries (for the dark, for a phone) stay in the head, for programs that read them."""
    bare, rules, _ = with_values(html)
    styled = bare.replace("</head>", f"<style>\n{rules}\n</style>\n</head>", 1)
    inlined = str(_inliner().inline(styled))
    kept = KEPT.match(inlined)  # it comes before all else, and would push the charset out of a browser's sight
    return (KEPT.sub(r"\1", inlined, count=1).replace("</head>", f"{kept[2]}</head>", 1) if kept else inlined).encode()


@cache
def _inliner() -> Any:  # noqa: ANN401 - made where the first mail is set
    import css_inline  # noqa: PLC0415 - a compiled library, needed only where a mail is set

    return css_inline.CSSInliner(keep_at_rules=True, load_remote_stylesheets=False, minify_css=True)
