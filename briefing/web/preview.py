"""A live preview: the HTML and the PDF of an edition side by side, set anew as a template or feeds.yaml is saved.

It serves this machine alone, keeps nothing, and shows a mistake where the page would stand.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import socket
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from watchfiles import awatch

from briefing import config, newsroom, press
from briefing.errors import BriefingError
from briefing.web.pages import mistake_page, preview_page

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from starlette.requests import Request

    from briefing.model import Edition
    from briefing.newsroom import Newsroom

    Open = Callable[[], AbstractContextManager[Newsroom]]

TYPES = {"html": "text/html; charset=utf-8", "pdf": "application/pdf"}
PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"  # as the pages say it
DEBOUNCE = 80  # milliseconds in which an editor's several writes of one save are taken for one


@dataclass(slots=True)
class Preview:
    """What is shown: how a newsroom is opened, the files watched, and what was set since the last change."""

    open: Open
    path: Path
    version: int = 0
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    composed: dict[tuple[str, dt.date], Edition] = field(default_factory=dict)
    setting: Lock = field(default_factory=Lock)

    def bump(self, *, settings: bool) -> None:
        """Note that a file was saved: feeds.yaml is read again, templates are gathered again."""
        if settings:
            self.composed.clear()
        self.version += 1
        self.changed.set()
        self.changed = asyncio.Event()

    def choices(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """Give each audience's name and title, and the days that it has editions of, newest first."""
        with self.open() as room:
            return tuple(
                (one.name, one.title, tuple(day.isoformat() for day in newsroom.days_made(room, one)))
                for one in room.settings.audiences
            )

    def set(self, name: str, date: dt.date, kind: str) -> bytes:
        """Set one edition in one format. Raises BriefingError: the mistake to show."""
        with self.setting, self.open() as room:
            audience = next((one for one in room.settings.audiences if one.name == name), None)
            if audience is None:
                hint = config.did_you_mean(name, [one.name for one in room.settings.audiences])
                raise BriefingError(f"audience '{name}': no such audience in {room.settings.path}{hint}")
            edition = self.composed.get((name, date)) or newsroom.previewed(room, audience, date)
            self.composed[name, date] = edition
            templates, plates = newsroom.templates_of(room, audience), newsroom.plates(room, edition)
            return press.set_type(edition, templates, [kind], pictures=plates)[kind]


def serve(preview: Preview, port: int, told: Callable[[str], None]) -> None:
    """Serve until interrupted. Raises OSError where the port is taken."""
    with socket.create_server(("127.0.0.1", port)) as listener:
        told(f"http://127.0.0.1:{listener.getsockname()[1]}/")
        app = application(preview)
        uvicorn.Server(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=1)).run(sockets=[listener])


def application(preview: Preview) -> Starlette:
    """Put the pages together."""

    @asynccontextmanager
    async def watched(_: Starlette) -> AsyncIterator[None]:
        stop = asyncio.Event()
        watching = asyncio.create_task(_watch(preview, stop))
        try:
            yield
        finally:
            stop.set()
            await watching

    app = Starlette(
        routes=[
            Route("/", _home),
            Route("/changes", _changes),
            Route("/{audience}/", _home),
            Route("/{audience}/{date}/", _home),
            Route("/{audience}/{date}/edition.{kind}", _edition),
        ],
        # a name that a stranger's server resolves to this machine reads nothing here
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"])],
        lifespan=watched,
    )
    app.state.preview = preview
    return app


async def _home(request: Request) -> Response:
    """Give the frames for an audience and a day; where an address names none, lead to the first."""
    preview: Preview = request.app.state.preview
    try:
        choices = await run_in_threadpool(preview.choices)
    except BriefingError as error:
        return HTMLResponse(mistake_page(str(error), preview.path.parent, live=True))
    asked = request.path_params.get("audience", choices[0][0])
    chosen = next((one for one in choices if one[0] == asked), choices[0])
    if "date" not in request.path_params or chosen[0] != asked:
        return RedirectResponse(f"/{chosen[0]}/{chosen[2][0]}/")
    return HTMLResponse(preview_page(choices, chosen[0], request.path_params["date"]))


async def _edition(request: Request) -> Response:
    """Give the edition in one format, or the mistake that keeps it from being set."""
    preview: Preview = request.app.state.preview
    given = request.path_params
    if given["kind"] not in TYPES:
        return PlainTextResponse("there are edition.html and edition.pdf", status_code=404)
    try:
        date = dt.date.fromisoformat(given["date"])
    except ValueError as error:
        return PlainTextResponse(str(error), status_code=404)
    try:
        body = await run_in_threadpool(preview.set, given["audience"], date, given["kind"])
    except BriefingError as error:
        shown = mistake_page(str(error), preview.path.parent, live=False)
        return HTMLResponse(shown, headers={"Content-Security-Policy": PAGE_POLICY})
    return Response(body, media_type=TYPES[given["kind"]], headers={"Cache-Control": "no-store"})


async def _changes(request: Request) -> Response:
    stream = _told(request.app.state.preview)
    return StreamingResponse(stream, media_type="text/event-stream", headers={"Cache-Control": "no-store"})


async def _watch(preview: Preview, stop: asyncio.Event) -> None:
    """Note each save of feeds.yaml, and of anything in templates/."""
    folder = preview.path.parent
    templates = folder / "templates"

    def kept(_: object, path: str) -> bool:
        return path in (str(preview.path), str(templates)) or path.startswith(f"{templates}/")

    async for saved in awatch(folder, watch_filter=kept, debounce=DEBOUNCE, step=20, stop_event=stop, recursive=True):
        preview.bump(settings=any(path == str(preview.path) for _, path in saved))


async def _told(preview: Preview) -> AsyncIterator[str]:
    """Say each change as a server-sent event (WHATWG HTML, 9.2)."""
    seen = preview.version
    yield f"data: {seen}\n\n"
    while True:
        changed = preview.changed
        if preview.version == seen:
            await changed.wait()
        seen = preview.version
        yield f"data: {seen}\n\n"
