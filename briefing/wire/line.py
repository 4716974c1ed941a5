"""The line to the world: one pooled client, polite to each host, bounded in time, bytes, redirects and reach.

Redirects are followed by hand, so that each step's scheme and address are checked and no credential leaves its host.
"""

from __future__ import annotations

import asyncio
import ssl
from collections import defaultdict
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import aiohttp

from briefing.errors import WireError
from briefing.model import Hearing, Reading, Silence, Validators
from briefing.wire import weather
from briefing.wire.address import is_literal, is_public, shown, web_address
from briefing.wire.article import read_page
from briefing.wire.channel import NotAFeed
from briefing.wire.feed import digest, parse_feed
from briefing.wire.guard import PrivateAddress, SampleResolver
from briefing.wire.proxy import Proxies

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
    from types import TracebackType
    from typing import Self, TypeVar

    from briefing.model import Observation, Place
    from briefing.wire.manners import Ask, Manners, PageAsk

    Came = TypeVar("Came", Hearing, Reading)

PERMANENT = frozenset({HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT})
REDIRECTS = PERMANENT | {HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT}
ACCEPT_FEED = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8"
ACCEPT_PAGE = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5"
CHUNK = 65_536
PARSERS = 2  # pages that are made readable at once: more only wait for the interpreter
CAUSES = {
    HTTPStatus.NOT_FOUND: "not found",
    HTTPStatus.GONE: "gone for good",
    HTTPStatus.UNAUTHORIZED: "asks for a login",
    HTTPStatus.PAYMENT_REQUIRED: "is for subscribers only",
    HTTPStatus.FORBIDDEN: "refused us",
    HTTPStatus.TOO_MANY_REQUESTS: "asks us to come less often",
}


class Unheard(Exception):  # noqa: N818 - it carries a cause to a Silence, and is no error of anybody's
    """An address could not be heard; `str()` is the cause in a reader's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back at last: `moved` where every redirect on the way was a permanent one."""

    status: int
    url: str
    body: bytes
    content_type: str
    etag: str
    modified: str
    moved: str


class Line:
    """An open line. Use it as an async context manager.

    `hosts` names hosts that are answered from an address on loopback: the sample outlets.
    """

    def __init__(
        self, manners: Manners, *, clock: Callable[[], dt.datetime], hosts: Mapping[str, tuple[str, int]] | None = None
    ) -> None:
        self._manners = manners
        self._clock = clock
        self._hosts = dict(hosts or {})
        self._proxies = Proxies() if self._hosts else Proxies.from_environment()
        self._turns: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(manners.per_host))
        self._parsing = asyncio.Semaphore(PARSERS)

    async def __aenter__(self) -> Self:
        guard = SampleResolver(self._hosts, private=self._manners.allow_private or bool(self._proxies.named))
        connector = aiohttp.TCPConnector(limit=self._manners.total, resolver=guard, ttl_dns_cache=300)
        self._session = aiohttp.ClientSession(
            connector=connector,
            headers={"User-Agent": self._manners.agent},
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=self._manners.timeout),
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    async def hear(self, asks: Sequence[Ask]) -> AsyncIterator[Hearing]:
        """Ask every feed side by side; give each hearing as it comes in. One feed's failure is its own silence."""
        async for hearing in _as_they_come(self._hear(ask) for ask in asks):
            yield hearing

    async def read(self, pages: Sequence[PageAsk], *, until: dt.datetime | None = None) -> AsyncIterator[Reading]:
        """Read the pages behind entries side by side; after `until` none is begun or waited for."""
        async for reading in _as_they_come(self._read(page, until) for page in pages):
            yield reading

    async def temperature(
        self, place: Place, at: dt.datetime, *, forecast: str, archive: str, now: dt.datetime
    ) -> Observation | str:
        """Ask for the temperature at the whole hour before a moment; a str is the cause why there is none."""
        url = weather.address(place, at, forecast=forecast, archive=archive, now=now)
        try:
            answer = await self._fetch(url, accept="application/json", most=1_000_000)
            return weather.observation(answer.body, place, at, urlsplit(url).hostname or "")
        except (Unheard, weather.NoTemperature) as error:
            return str(error)

    async def fetch(self, url: str) -> Answer:
        """Fetch one page that was asked for by name. Raises WireError."""
        try:
            return await self._fetch(url, accept=ACCEPT_PAGE, most=self._manners.page_bytes)
        except Unheard as error:
            raise WireError(f"{shown(url)}: could not be heard: {error}") from error

    async def _hear(self, ask: Ask) -> Hearing:
        at, feed = self._clock(), ask.feed
        try:
            answer = await self._fetch(
                ask.url, accept=ACCEPT_FEED, most=self._manners.feed_bytes, headers=_asked(ask), credentials=True
            )
            if answer.status == HTTPStatus.NOT_MODIFIED:
                return Hearing(feed=feed.id, at=at, outcome="unchanged", validators=ask.validators, moved=answer.moved)
            validators = Validators(etag=answer.etag, modified=answer.modified, body=digest(answer.body))
            if validators.body == ask.validators.body:
                return Hearing(feed=feed.id, at=at, outcome="unchanged", validators=validators, moved=answer.moved)
            base = shown(feed.url) if "${" in feed.url else shown(answer.url)
            said = asyncio.to_thread(parse_feed, answer.body, url=base, content_type=answer.content_type, feed=feed)
            title, language, entries = await said
        except (Unheard, NotAFeed) as error:
            silence = Silence(feed=feed.id, url=shown(feed.url), since=at, cause=str(error))
            return Hearing(feed=feed.id, at=at, outcome="silent", silence=silence)
        spoken = tuple(entry if entry.language else replace(entry, language=language) for entry in entries)
        return Hearing(
            feed=feed.id, at=at, outcome="heard", entries=spoken, title=title, validators=validators, moved=answer.moved
        )

    async def _read(self, page: PageAsk, until: dt.datetime | None) -> Reading:
        at = self._clock()
        left = None if until is None else (until - at).total_seconds()
        try:
            async with asyncio.timeout(left):
                answer = await self._fetch(page.url, accept=ACCEPT_PAGE, most=self._manners.page_bytes)
                async with self._parsing:
                    found = await asyncio.to_thread(
                        read_page, answer.body, url=shown(answer.url), content_type=answer.content_type,
                        hint_title=page.title,
                    )  # fmt: skip
        except TimeoutError:
            found = "not there by the deadline"
        except Unheard as error:
            found = str(error)
        if isinstance(found, str):
            silence = Silence(feed=page.feed, url=shown(page.url), since=at, cause=found, entry=page.entry)
            return Reading(entry=page.entry, at=at, silence=silence)
        return Reading(entry=page.entry, at=at, article=found)

    async def _fetch(
        self, url: str, *, accept: str, most: int, headers: Mapping[str, str] | None = None, credentials: bool = False
    ) -> Answer:
        """Follow an address to its answer. Raises Unheard."""
        carried = dict(headers or {})
        home, permanent, moved, origin = url, True, "", urlsplit(url).netloc
        for _ in range(self._manners.redirects + 1):
            if urlsplit(url).netloc != origin and credentials:
                carried = {name: value for name, value in carried.items() if name.startswith("If-")}
            self._check(url)
            answer = await self._one(url, {"Accept": accept, **carried}, most)
            if answer.status not in REDIRECTS:
                return replace(_good(answer), moved=moved if moved != home else "")
            permanent = permanent and answer.status in PERMANENT
            url = urljoin(url, answer.moved)
            moved = shown(url) if permanent else moved
        raise Unheard("redirected too often")

    async def _one(self, url: str, headers: Mapping[str, str], most: int) -> Answer:
        async with self._turns[urlsplit(url).netloc]:
            try:
                async with self._session.get(
                    url, headers=headers, allow_redirects=False, proxy=self._proxies.dialler(url)
                ) as response:
                    body = await _body(response, most) if response.status not in REDIRECTS else b""
                    return _answer(response, body)
            except (aiohttp.ClientError, OSError, ValueError, asyncio.IncompleteReadError) as error:
                raise Unheard(self._cause(error)) from error

    def _check(self, url: str) -> None:
        """Refuse what is no web address, and a literal address inside a private network: no resolver sees that."""
        host = urlsplit(url).hostname or ""
        if not web_address(url):
            raise Unheard("its address is no web address")
        if is_literal(host) and not self._manners.allow_private and not is_public(host.strip("[]")):
            raise Unheard("its address leads into a private network")

    def _cause(self, error: BaseException) -> str:  # noqa: PLR0911 - a table of causes, in the order of their precedence
        """Say a failure in a reader's words."""
        seconds = f"{self._manners.timeout:g}"
        if isinstance(error, TimeoutError):
            return f"took longer than {seconds} seconds"
        causes = (error, error.__cause__, getattr(error, "os_error", None))
        if any(isinstance(cause, PrivateAddress) for cause in causes):
            return "its address leads into a private network"
        if isinstance(error, aiohttp.ClientSSLError) or any(isinstance(cause, ssl.SSLError) for cause in causes):
            return "its certificate is not valid"
        if isinstance(error, aiohttp.ClientConnectorDNSError):
            return "its address is unknown"
        if isinstance(error, aiohttp.ClientPayloadError | aiohttp.ServerDisconnectedError):
            return "the answer broke off"
        if isinstance(error, aiohttp.ClientConnectionError | OSError):
            return "could not be reached"
        return "the answer could not be understood"


def lone_page(url: str, manners: Manners, clock: Callable[[], dt.datetime]) -> tuple[bytes, str, str]:
    """Fetch one page: its body, content type and final address. Raises WireError."""

    async def fetch() -> Answer:
        async with Line(manners, clock=clock) as line:
            return await line.fetch(url)

    answer = asyncio.run(fetch())
    return answer.body, answer.content_type, answer.url


async def _as_they_come(works: Iterable[Awaitable[Came]]) -> AsyncIterator[Came]:
    """Give results as they come; what still runs is cancelled when nobody listens any more."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        for done in asyncio.as_completed(tasks):
            yield await done
    finally:
        for task in tasks:
            task.cancel()


def _asked(ask: Ask) -> dict[str, str]:
    """Give a feed's own headers, and the conditions under which it need not answer in full (RFC 9110)."""
    conditions = {"If-None-Match": ask.validators.etag, "If-Modified-Since": ask.validators.modified}
    return dict(ask.headers) | {name: value for name, value in conditions.items() if value}


async def _body(response: aiohttp.ClientResponse, most: int) -> bytes:
    """Take in a body, counted after decompression."""
    body = bytearray()
    async for chunk in response.content.iter_chunked(CHUNK):
        body += chunk
        if len(body) > most:
            raise Unheard(f"larger than {most / 1_000_000:g} MB")
    return bytes(body)


def _answer(response: aiohttp.ClientResponse, body: bytes) -> Answer:
    headers = response.headers
    return Answer(
        status=response.status,
        url=str(response.url),
        body=body,
        content_type=headers.get("Content-Type", ""),
        etag=headers.get("ETag", ""),
        modified=headers.get("Last-Modified", ""),
        moved=headers.get("Location", ""),
    )


def _good(answer: Answer) -> Answer:
    """Pass on an answer that is one. Raises Unheard."""
    if answer.status == HTTPStatus.NOT_MODIFIED or HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
        return answer
    own = "answered with an error of its own"
    raise Unheard(CAUSES.get(HTTPStatus(answer.status), own) if answer.status in set(HTTPStatus) else own)
