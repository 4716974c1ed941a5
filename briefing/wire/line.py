"""The line to the world: feeds, pages, pictures and the thermometer, asked side by side and made readable by workers."""

from __future__ import annotations

import time
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from briefing.bench import Bench, Piece
from briefing.errors import WireError
from briefing.model import Hearing, Silence, Validators
from briefing.wire import pace, weather
from briefing.wire.address import shown
from briefing.wire.dialler import Dialler
from briefing.wire.feed import digest
from briefing.wire.journey import Journey
from briefing.wire.picturing import Pictures
from briefing.wire.reading import ACCEPT_PAGE, Pages
from briefing.wire.transfer import Answer, Unheard
from briefing.wire.work import FeedBody, Telling, tell

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from types import TracebackType
    from typing import Self

    from briefing.bench import Workers
    from briefing.model import Feed, Looking, Observation, Place, Reading
    from briefing.wire.manners import Ask, Manners, PageAsk, PictureAsk
    from briefing.wire.robots import Rules

ACCEPT_FEED = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8"
SMALL = 1_000_000  # bytes of an answer that holds one number


class Line:
    """An open line. Use it as a context manager.

    `workers` make readable what is heard; who only fetches needs none. `hosts` names hosts that are answered from an
    address on loopback: the sample outlets. `rules` is what is known of hosts' robots.txt; what is learnt is added.
    """

    def __init__(
        self,
        manners: Manners,
        *,
        clock: Callable[[], dt.datetime],
        workers: Workers | None = None,
        hosts: Mapping[str, tuple[str, int]] | None = None,
        rules: Mapping[str, Rules] | None = None,
    ) -> None:
        self._manners = manners
        self._clock = clock
        self._dialler = Dialler(manners, hosts)
        self._bench = Bench(workers, self._dialler.wake)
        self._refused: list[tuple[Journey, Unheard]] = []
        self.rules = dict(rules or {})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._dialler.__exit__(kind, error, trace)

    def hear(self, asks: Sequence[Ask]) -> Iterator[Hearing]:
        """Ask every feed side by side; give each hearing as it comes in. One feed's failure is its own silence."""
        sent = [
            Journey(ask, ask.url, ACCEPT_FEED, self._manners.feed_bytes, (*ask.headers, *ask.validators.conditions))
            for ask in asks
        ]
        answered: dict[Journey, Hearing] = {}
        for journey, came in self._arrivals(sent, None):
            if isinstance(came, Answer):
                hearing = self._answered(journey, came)
                if hearing.validators.body == journey.about.validators.body:
                    yield hearing
                else:
                    answered[journey] = hearing
                    self._bench.submit(Piece(journey, tell, _feed_body(journey, came)))
            elif isinstance(came, Telling):
                hearing = answered.pop(journey)
                checks = replace(hearing.validators, seen=came.seen)
                if not came.whole:  # what is cut off is asked for again, in full
                    checks = Validators(seen=came.seen)
                hearing = replace(hearing, outcome="heard", versions=came.versions, validators=checks)
                yield replace(hearing, title=came.title, pace=came.pace)
            else:
                answered.pop(journey, None)
                yield self._silent(journey, came)

    def read(self, pages: Sequence[PageAsk], *, until: dt.datetime | None = None) -> Iterator[Reading]:
        """Read the pages behind entries side by side; after `until` none is begun or waited for."""
        reading = Pages(pages, self._manners, self._clock, self.rules)
        left = None if until is None else (until - self._clock()).total_seconds()
        for journey, came in self._arrivals(reading.begin(), left):
            onward, work, read = reading.take(journey, came)
            for other in onward:
                self._send(other)
            if work:
                self._bench.submit(work)
            yield from read
        yield from reading.unread("not there by the deadline")

    def look(self, pictures: Sequence[PictureAsk], *, until: dt.datetime | None = None) -> Iterator[Looking]:
        """Look at pictures side by side; after `until` none is begun or waited for."""
        looking = Pictures(pictures, self._manners, self._clock, self.rules)
        left = None if until is None else (until - self._clock()).total_seconds()
        for journey, came in self._arrivals(looking.begin(), left):
            onward, work, seen = looking.take(journey, came)
            for other in onward:
                self._send(other)
            if work:
                self._bench.submit(work)
            yield from seen
        yield from looking.unseen("not there in time")

    def temperature(
        self, place: Place, at: dt.datetime, *, forecast: str, archive: str, now: dt.datetime
    ) -> Observation | str:
        """Ask for the temperature at the whole hour before a moment; a str is the cause why there is none."""
        url = weather.address(place, at, forecast=forecast, archive=archive, now=now)
        answer = self._alone(Journey(None, url, "application/json", SMALL))
        if isinstance(answer, Unheard):
            return str(answer)
        try:
            return weather.observation(answer.body, place, at, urlsplit(url).hostname or "")
        except weather.NoTemperature as error:
            return str(error)

    def fetch(self, url: str) -> Answer:
        """Fetch one page that was asked for by name. Raises WireError."""
        answer = self._alone(Journey(None, url, ACCEPT_PAGE, self._manners.page_bytes))
        if isinstance(answer, Unheard):
            raise WireError(f"{shown(url)}: could not be heard: {answer}")
        return answer

    def _alone(self, journey: Journey) -> Answer | Unheard:
        _, came = next(self._arrivals([journey], None))
        assert isinstance(came, Answer | Unheard)
        return came

    def _send(self, journey: Journey) -> None:
        call = journey.call(self._manners)
        if isinstance(call, Unheard):
            self._refused.append((journey, call))
        else:
            self._dialler.ask(journey, call)

    def _arrivals(self, sent: Iterable[Journey], left: float | None) -> Iterator[tuple[Journey, Any]]:
        """Give what every journey and every piece of work comes to, as it comes; after `left` seconds let go."""
        end = None if left is None else time.monotonic() + left
        self._refused.clear()
        for journey in sent:
            self._send(journey)
        while self._dialler.busy or self._bench.busy or self._refused:
            if end is not None and time.monotonic() >= end:
                self._dialler.hang_up()
                return
            wait = 0.0 if self._refused else 60.0 if end is None else max(0.0, end - time.monotonic())
            arrived = self._dialler.step(begin=self._bench.has_room, wait=wait)
            refused, self._refused = self._refused, []
            yield from refused
            for about, answer in arrived:
                assert isinstance(about, Journey)
                came = answer if isinstance(answer, Unheard) else about.follow(answer, self._manners)
                if came is None and about.guarded:
                    yield about, about  # somebody wants to know where it goes before it goes there
                elif came is None:
                    self._send(about)
                else:
                    yield about, came
            yield from self._bench.done()

    def _answered(self, journey: Journey, answer: Answer) -> Hearing:
        """Understand an answer as far as its headers go: nothing new, unless its body is another one."""
        ask: Ask = journey.about
        same = answer.status == HTTPStatus.NOT_MODIFIED
        at = self._clock()
        return Hearing(
            feed=ask.feed.id,
            at=at,
            outcome="unchanged",
            validators=ask.validators if same else replace(_validators(answer), seen=ask.validators.seen),
            moved=journey.moved,
            not_before=pace.fresh_until(answer.headers, at),
        )

    def _silent(self, journey: Journey, cause: Unheard | str | None) -> Hearing:
        """Say why a feed was not heard; what killed its worker says nothing itself."""
        feed, at = journey.about.feed, self._clock()
        answer = cause.answer if isinstance(cause, Unheard) else None
        silence = Silence(
            feed=feed.id, url=shown(feed.url), since=at, cause=str(cause) if cause else "the answer could not be read"
        )
        return Hearing(
            feed=feed.id,
            at=at,
            outcome="silent",
            not_before=pace.retry_after(answer.headers, at) if answer else None,
            gone=answer is not None and answer.status == HTTPStatus.GONE,
            silence=silence,
        )


def _feed_body(journey: Journey, answer: Answer) -> FeedBody:
    feed: Feed = journey.about.feed
    base = shown(feed.url) if "${" in feed.url else shown(answer.url)
    seen = journey.about.validators.seen
    return FeedBody(feed=feed, body=answer.body, url=base, content_type=answer.header("content-type"), seen=seen)


def _validators(answer: Answer) -> Validators:
    return Validators(etag=answer.header("etag"), modified=answer.header("last-modified"), body=digest(answer.body))


def lone_page(url: str, manners: Manners, clock: Callable[[], dt.datetime]) -> tuple[bytes, str, str]:
    """Fetch one page: its body, content type and final address. Raises WireError."""
    with Line(manners, clock=clock) as line:
        answer = line.fetch(url)
    return answer.body, answer.header("content-type"), answer.url
