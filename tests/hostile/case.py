"""What a case is: a name, what is served under it, and what must come of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from hostile.served import Talk

    Behaviour = Callable[[Talk], None]
    Body = bytes | str | Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Plain:
    """An answer as HTTP has it. A body that is costly to make is made when it is asked for."""

    body: Body = b""
    headers: tuple[tuple[str, str], ...] = ()
    status: int = 200

    def made(self) -> bytes:
        body = self.body() if callable(self.body) else self.body
        return body.encode() if isinstance(body, str) else body


@dataclass(frozen=True, slots=True)
class Raw:
    """Whatever is done to the socket."""

    behave: Behaviour


@dataclass(frozen=True, slots=True)
class Silent:
    """A silence whose cause holds these words."""

    words: str


@dataclass(frozen=True, slots=True)
class Heard:
    """What is heard: the titles of a feed in its order, or phrases of an article; for many, only how many."""

    said: tuple[str, ...] = ()
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Safe:
    """Heard or not: either will do, as long as nothing is lost, hung or shown that must not be."""


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    served: Plain | Raw
    expected: Silent | Heard | Safe
    absent: tuple[str, ...] = ()  # must stand nowhere in what is kept
    present: tuple[str, ...] = ()  # must stand somewhere in it
    kind: Literal["feed", "page"] = "feed"
    host: str = "hostile.example"

    @property
    def path(self) -> str:
        return "/" + self.name.replace(" ", "-")

    @property
    def url(self) -> str:
        return f"http://{self.host}{self.path}"
