"""One address on its way to an answer: which redirects were followed, what may still be sent along, where it may go."""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from briefing.wire.address import is_literal, is_local_name, is_public, shown, web_address
from briefing.wire.transfer import Answer, Call, Unheard

if TYPE_CHECKING:
    from briefing.wire.manners import Manners

PERMANENT = frozenset({HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT})
REDIRECTS = PERMANENT | {HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT}
CAUSES = {
    HTTPStatus.NOT_FOUND: "not found",
    HTTPStatus.GONE: "gone for good",
    HTTPStatus.UNAUTHORIZED: "asks for a login",
    HTTPStatus.PAYMENT_REQUIRED: "is for subscribers only",
    HTTPStatus.FORBIDDEN: "refused us",
    HTTPStatus.TOO_MANY_REQUESTS: "asks us to come less often",
    HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS: "is withheld for legal reasons",
}


@dataclass(slots=True, eq=False)
class Journey:
    """Where an address has led so far. `headers` are its own; secrets among them stay with the first host.

    One that is `guarded` asks before it follows a redirect; `parts` are the pages of its article that were read.
    """

    about: Any
    url: str
    accept: str
    most: int
    headers: tuple[tuple[str, str], ...] = ()
    hops: int = 0
    moved: str = ""
    permanent: bool = True
    parts: list[Any] = field(default_factory=list)
    guarded: bool = False
    home: str = ""

    def __post_init__(self) -> None:
        """Remember where it began."""
        self.home = self.home or self.url

    def call(self, manners: Manners) -> Call | Unheard:
        """Give the call to make now, or why none may be made."""
        host = urlsplit(self.url).hostname if web_address(self.url) else None
        if host is None:
            return Unheard("its address is no web address")
        private = is_local_name(host) or (is_literal(host) and not is_public(host.strip("[]")))
        if private and not manners.allow_private:
            return Unheard("its address leads into a private network")  # no look-up of ours would see it
        return Call(url=self.url, headers=(("Accept", self.accept), *self.headers), most=self.most)

    def follow(self, answer: Answer, manners: Manners) -> Answer | Unheard | None:
        """Take an answer: None where the journey goes on, else the answer that it ends with."""
        if answer.status == HTTPStatus.NOT_MODIFIED and not any(name.startswith("If-") for name, _ in self.headers):
            return Unheard("answered that nothing is new, though it was never heard before")
        if answer.status not in REDIRECTS:
            return _good(answer)
        self.hops += 1
        if self.hops > manners.redirects:
            return Unheard("redirected too often")
        if not answer.header("location"):
            return Unheard("redirected without saying where")
        try:
            onward = urljoin(self.url, answer.header("location"))
            leaves = urlsplit(onward).netloc != urlsplit(self.url).netloc
        except ValueError:  # "http://[" and its like
            return Unheard("its address is no web address")
        if leaves:
            self.headers = tuple((name, value) for name, value in self.headers if name.startswith("If-"))
        self.permanent = self.permanent and answer.status in PERMANENT
        self.url = onward
        if self.permanent and web_address(onward) and shown(onward) != shown(self.home):
            self.moved = shown(onward)
        return None


def _good(answer: Answer) -> Answer | Unheard:
    """Pass on an answer that is one, and say in a reader's words why another is none."""
    if answer.status == HTTPStatus.NOT_MODIFIED or HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
        return answer
    own = "answered with an error of its own"
    cause = CAUSES.get(HTTPStatus(answer.status), own) if answer.status in set(HTTPStatus) else own
    return Unheard(cause, answer)
