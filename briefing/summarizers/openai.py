"""Any server that speaks as OpenAI's does, through the official client.

What a server answers is bounded in size, and a structure is asked for in the strictest way that it understands: a JSON
Schema; a JSON object, with the schema beside it (llama.cpp's Python server); else in words alone.
"""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import httpx2
import openai
from openai.types.chat import ChatCompletion

from briefing.summarizers import Unanswered

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from briefing.model import Wanted
    from briefing.summarizers import Ask, Service

MOST = 1 << 20  # bytes of one answer
RETRIES = 2  # by the client, which waits longer each time, or as long as the server asks
NOT_UNDERSTOOD = frozenset({400, 404, 415, 422, 500, 501})  # may mean the structure that was asked for
HOPELESS = frozenset({401, 402, 403, 404, 405, 410})  # the next question will fare no better


@asynccontextmanager
async def line(service: Service) -> AsyncIterator[Ask]:
    """Open a line to a service."""
    async with _client(service) as client:
        yield _Asking(client, service).ask


async def reachable(service: Service) -> str:
    """Ask a service which models it has; say what is wrong with that, or ""."""
    try:
        async with _client(service) as client:
            models = [item.id async for item in client.models.list()]
    except Unanswered as error:
        return error.cause
    except openai.NotFoundError:
        return ""  # it is there, and keeps no list
    except Exception as error:  # noqa: BLE001 - a stranger's answer may be anything
        return _unanswered(error).cause
    known = not models or any(name in (service.model, f"{service.model}:latest") for name in models)
    return "" if known else f"it has no model '{service.model}'; it has: {', '.join(sorted(models)[:10])}"


class _Asking:
    """A line in use: it remembers the structure that the server understood."""

    def __init__(self, client: openai.AsyncOpenAI, service: Service) -> None:
        self.client, self.service = client, service
        self.structure = 0

    async def ask(self, wanted: Wanted) -> str:
        """Ask one question. Raises Unanswered."""
        structures = _structures(wanted)
        for number in range(self.structure, len(structures)):
            last = number == len(structures) - 1
            try:
                text = await self._ask(wanted, structures[number], patient=last)
            except openai.APIStatusError as error:
                if last or error.status_code not in NOT_UNDERSTOOD:
                    raise _unanswered(error) from error
            else:
                self.structure = number
                return text
        raise AssertionError("the last structure answers or raises")

    async def _ask(self, wanted: Wanted, structure: dict[str, Any], *, patient: bool) -> str:
        """Ask in one structure. What is not understood is not asked again in it; a server that is busy is."""
        try:
            return await self._once(wanted, structure, retries=RETRIES if patient else 0)
        except openai.APIStatusError as error:
            if patient or error.status_code in NOT_UNDERSTOOD | HOPELESS:
                raise
        except openai.APIConnectionError as error:
            if patient or _cause(error) is not None:
                raise _unanswered(error) from error
        except Unanswered:
            raise
        except Exception as error:
            raise _unanswered(error) from error
        try:
            return await self._once(wanted, structure, retries=RETRIES)
        except (openai.APIStatusError, Unanswered):
            raise
        except Exception as error:
            raise _unanswered(error) from error

    async def _once(self, wanted: Wanted, structure: dict[str, Any], *, retries: int) -> str:
        reply = await self.client.with_options(max_retries=retries).chat.completions.create(
            model=self.service.model,
            messages=[{"role": "system", "content": wanted.system}, {"role": "user", "content": wanted.data}],
            max_tokens=self.service.max_tokens,
            temperature=0,
            **structure,
        )
        return _text(reply)


def _structures(wanted: Wanted) -> tuple[dict[str, Any], ...]:
    schema = json.loads(wanted.schema)
    named = {"name": "briefing", "strict": True, "schema": schema}
    return (
        {"response_format": {"type": "json_schema", "json_schema": named}},
        {"response_format": {"type": "json_object", "schema": schema}},
        {},
    )


def _text(reply: object) -> str:
    """Give the words of an answer, whatever their shape: a server may send anything that is JSON, or nothing that is."""
    choices = reply.choices if isinstance(reply, ChatCompletion) else None
    message = getattr(choices[0], "message", None) if isinstance(choices, list) and choices else None
    content = getattr(message, "content", None)
    if not isinstance(content, str) or not content.strip():
        raise Unanswered("it sent no text")
    return content


def _client(service: Service) -> openai.AsyncOpenAI:
    http = openai.DefaultAsyncHttpxClient(event_hooks={"response": [_bounded]})
    return openai.AsyncOpenAI(
        base_url=service.base_url,
        api_key=service.api_key or "none",  # the client wants one, and a server without keys passes it over
        timeout=service.timeout,
        max_retries=0,
        http_client=http,
        default_headers={"Accept-Encoding": "identity"},
    )


class _TooLong(Exception):  # noqa: N818 - a measure that was exceeded
    """An answer that does not end."""


class _Bounded(httpx2.AsyncByteStream):
    """A body that ends, by force if need be."""

    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Give the body's pieces up to the bound."""
        room = MOST
        async for piece in self._stream:
            room -= len(piece)
            if room < 0:
                raise _TooLong
            yield piece

    async def aclose(self) -> None:
        """Let go of the connection."""
        await self._stream.aclose()


async def _bounded(response: httpx2.Response) -> None:
    """Bound a body before any of it is read; one that is packed although nobody asked for that is not unpacked."""
    assert isinstance(response.stream, httpx2.AsyncByteStream)
    if response.headers.get("content-encoding", "identity") != "identity":
        raise _TooLong
    response.stream = _Bounded(response.stream)


def _cause(error: BaseException | None) -> _TooLong | None:
    while error is not None:
        if isinstance(error, _TooLong):
            return error
        error = error.__cause__ or error.__context__
    return None


def _unanswered(error: Exception) -> Unanswered:
    """Say what went wrong in words of ours: a server's own may hold the key."""
    if _cause(error):
        return Unanswered("its answer did not end")
    if isinstance(error, openai.APITimeoutError):
        return Unanswered("it did not answer in time")
    if isinstance(error, openai.APIStatusError):
        status = error.status_code
        words = {
            401: "it refuses the key",
            402: "it wants to be paid",
            403: "it refuses the key",
            404: "it has no such model or address",
            413: "the story is too long for it",
            429: "it is asked too often",
        }
        said = words.get(status, "it failed" if status >= 500 else "it refused the question")  # noqa: PLR2004 - HTTP's classes
        return Unanswered(f"{said} (HTTP {status})", closed=status in HOPELESS)
    if isinstance(error, openai.APIConnectionError):
        return Unanswered("it cannot be reached", closed=True)
    return Unanswered(f"its answer could not be read ({type(error).__name__})")
