"""Summarizers: who asks a language model. One file per kind of server; none knows what a story is.

A plug-in registers a `Line` under the entry-point group `briefing.summarizers`, as the built-in ones do, and is chosen
by `summarizer: {through: NAME}`. It is a context manager that opens a line to a service and gives a coroutine function:
one question in, the answer's text out, `Unanswered` raised. It must wait only in `await`, for the newsroom holds it to
its time by cancelling it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from typing import TypeAlias

from briefing.errors import UserError
from briefing.model import Wanted

GROUP = "briefing.summarizers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A model and where it is asked, secrets filled in; `timeout` is seconds without a sign of life."""

    model: str
    base_url: str
    api_key: str = field(default="", repr=False)
    timeout: float = 30
    max_tokens: int = 1200


class Unanswered(Exception):  # noqa: N818 - what became of a question, and no fault of ours
    """A question without an answer: why, in a reader's words. `closed` tells that asking another is no use."""

    def __init__(self, cause: str, *, closed: bool = False) -> None:
        super().__init__(cause)
        self.cause = cause
        self.closed = closed


Ask: TypeAlias = Callable[[Wanted], Awaitable[str]]
Line: TypeAlias = Callable[[Service], AbstractAsyncContextManager[Ask]]


def line_of(name: str) -> Line:
    """Give the line that a summarizer registers. Raises UserError where it, or what it stands on, is not installed."""
    for entry in entry_points(group=GROUP, name=name):
        try:
            found: Line = entry.load()
        except ImportError as error:
            raise UserError(
                f"summarizer: {error.name or name} is not installed: pip install 'briefing[model]' "
                "(or write `summarizer: extractive`)"
            ) from error
        return found
    known = ", ".join(sorted(entry.name for entry in entry_points(group=GROUP))) or "none"
    raise UserError(f"summarizer: no plug-in called '{name}' is installed; there is: {known} (install briefing again)")
