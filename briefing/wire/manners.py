"""How we behave on the wire, and what is asked there."""

from __future__ import annotations

from dataclasses import dataclass

from briefing import __version__
from briefing.model import Feed, Validators


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How we behave.

    Seconds: `timeout` for one whole answer, `connect` until a connection stands, `first_byte` of silence at any point.
    `parts` is how many pages of one article are followed.
    Bytes: sizes count before and after decompression alike.
    """

    timeout: float = 20.0
    connect: float = 10.0
    first_byte: float = 15.0
    per_host: int = 2
    total: int = 64
    contact: str = ""
    allow_private: bool = False
    feed_bytes: int = 15_000_000
    page_bytes: int = 8_000_000
    picture_bytes: int = 8_000_000
    redirects: int = 8
    parts: int = 6

    @property
    def agent(self) -> str:
        """The one honest User-Agent."""
        contact = "".join(sign for sign in self.contact if sign.isprintable())
        return f"briefing/{__version__} (+{contact})" if contact else f"briefing/{__version__}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One feed to be asked. `url` and `headers` hold secrets that are filled in: neither goes into any message."""

    feed: Feed
    url: str
    headers: tuple[tuple[str, str], ...] = ()
    validators: Validators = Validators()  # noqa: RUF009 - frozen, so it can be shared


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAsk:
    """The page behind one entry, which `entry` names by its digest; one that was read before brings its validators."""

    feed: str
    entry: str
    url: str
    title: str = ""
    summary: str = ""
    language: str = ""
    validators: Validators = Validators()  # noqa: RUF009 - frozen, so it can be shared


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureAsk:
    """A picture to be looked at, by the address that its outlet gave."""

    url: str
