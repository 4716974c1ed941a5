"""Reading the pages behind entries: robots first, each address once, and an article's further pages after its first."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from briefing.bench import Piece
from briefing.model import Reading, Silence, Validators
from briefing.wire.address import shown
from briefing.wire.gate import Gate
from briefing.wire.journey import Journey
from briefing.wire.transfer import Answer
from briefing.wire.work import Page, PageBody, read

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from briefing.model import Article
    from briefing.wire.manners import Manners, PageAsk
    from briefing.wire.robots import Rules

    Taken = tuple[list[Journey], Piece | None, list[Reading]]

ACCEPT_PAGE = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5"


class Pages:
    """Pages that are being read: `begin` gives the first journeys, `take` what follows from each that came to an end."""

    def __init__(
        self, pages: Sequence[PageAsk], manners: Manners, clock: Callable[[], dt.datetime], rules: dict[str, Rules]
    ) -> None:
        self._manners = manners
        self._clock = clock
        self._gate = Gate(manners, clock, rules)
        self._wanted: dict[str, list[PageAsk]] = {}
        for page in pages:
            self._wanted.setdefault(page.url, []).append(page)
        self._checks: dict[str, Validators] = {}

    def begin(self) -> list[Journey]:
        """Give the journeys to set out on: to pages of hosts whose rules are known, else to their robots.txt."""
        found: list[Journey] = []
        for url, asks in self._wanted.items():
            headers = asks[0].validators.conditions if all(ask.validators == asks[0].validators for ask in asks) else ()
            found += self._gate.admitted(
                Journey(asks[0], url, ACCEPT_PAGE, self._manners.page_bytes, headers, guarded=True)
            )
        return found

    def take(self, journey: Journey, came: Any) -> Taken:  # noqa: ANN401 - an answer, a page, or why there is neither
        """Take what a journey came to: journeys that follow from it, work to be done, readings that are ready."""
        onward: list[Journey] = []
        work: Piece | None = None
        ended: list[tuple[Journey, Article | str | None]] = []
        if isinstance(journey.about, str):
            onward = self._gate.ruled(journey.about, came)
        elif isinstance(came, Journey):
            onward = self._gate.admitted(came)
        elif isinstance(came, Answer) and came.status == HTTPStatus.NOT_MODIFIED:
            self._checks[journey.about.url] = journey.about.validators
            ended.append((journey, None))
        elif isinstance(came, Answer):
            if not journey.parts:
                checks = Validators(etag=came.header("etag"), modified=came.header("last-modified"))
                self._checks[journey.about.url] = checks
            work = Piece(journey, read, self._body(journey, came))
        elif isinstance(came, Page) and came.article:
            journey.parts.append(came.article)
            if came.following and len(journey.parts) < self._manners.parts:
                onward = self._gate.admitted(_next(journey, came.following))
            else:
                ended.append((journey, _whole(journey.parts)))
        else:
            cause = came.cause if isinstance(came, Page) else str(came or "its page could not be read")
            ended.append((journey, _whole(journey.parts) if journey.parts else cause))
        ended += [
            (refused, _whole(refused.parts) if refused.parts else str(why)) for refused, why in self._gate.refused()
        ]
        return onward, work, [reading for one, result in ended for reading in self._readings(one, result)]

    def unread(self, cause: str) -> list[Reading]:
        """Give a silence for every page that nobody waits for any more."""
        refused = [read for one, why in self._gate.refused() for read in self._readings(one, str(why))]
        left = [*self._wanted.values()]
        self._wanted = {}
        return refused + [self._reading(ask, cause) for asks in left for ask in asks]

    def _body(self, journey: Journey, answer: Answer) -> PageBody:
        return PageBody(
            body=answer.body,
            url=shown(answer.url),
            content_type=answer.header("content-type"),
            title=journey.about.title,
            summary=journey.about.summary,
            part=len(journey.parts) + 1,
        )

    def _readings(self, journey: Journey, result: Article | str | None) -> list[Reading]:
        return [self._reading(ask, result) for ask in self._wanted.pop(journey.about.url, [])]

    def _reading(self, ask: PageAsk, result: Article | str | None) -> Reading:
        at = self._clock()
        if isinstance(result, str):
            silence = Silence(feed=ask.feed, url=shown(ask.url), since=at, cause=result, entry=ask.entry)
            return Reading(entry=ask.entry, at=at, silence=silence)
        return Reading(entry=ask.entry, at=at, article=result, validators=self._checks.get(ask.url, Validators()))


def _next(journey: Journey, url: str) -> Journey:
    return Journey(journey.about, url, ACCEPT_PAGE, journey.most, parts=journey.parts, guarded=True)


def _whole(parts: list[Article]) -> Article:
    """The article of all its pages: what stands on each of them again, as a headline does, is told once."""
    first = parts[0]
    blocks = list(first.blocks)
    seen = {block.text for block in blocks}
    for part in parts[1:]:
        blocks += [block for block in part.blocks if block.text not in seen]
        seen |= {block.text for block in part.blocks}
    return replace(first, blocks=tuple(blocks))
