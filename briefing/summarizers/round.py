"""One round of questions: some at once, each within its time, all within theirs; who is dead is not asked again."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.summarizers import Unanswered

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

    from briefing.model import Wanted
    from briefing.summarizers import Ask, Line, Service

AT_ONCE = 2  # questions on their way at one time: a server at home tells one story after the other
PATIENCE = 2  # stories in a row that may run out of time before no other is tried
GRACE = 1.0  # seconds for what is cancelled to let go
NOT_ASKED = "not asked, because it had not answered before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What came of one question: a text, or why there is none."""

    text: str = ""
    cause: str = ""


class Round:
    """A round of questions to one service, `limit` seconds long at most; `say` is told how many are done."""

    def __init__(self, service: Service, limit: float, say: Callable[[int], None]) -> None:
        self._service, self._limit, self._say = service, limit, say
        self._said: dict[Wanted, Said] = {}
        self._late = 0
        self._closed = False

    def ask(self, line: Line, wanted: Sequence[Wanted]) -> dict[Wanted, Said]:
        """Ask everything; what is missing when the time is up was not answered in time."""
        missing = Said(cause=f"the time for all stories was up, {self._limit:g} seconds")
        try:
            _finish(self._all(line, wanted))
        except Exception as error:  # noqa: BLE001 - the line of a plug-in may break anywhere
            missing = _failed(error)
        return {item: self._said.get(item, missing) for item in wanted}

    async def _all(self, line: Line, wanted: Sequence[Wanted]) -> None:
        self._say(0)
        async with line(self._service) as ask:
            gate = asyncio.Semaphore(AT_ONCE)
            tasks = [asyncio.ensure_future(self._one(gate, ask, item)) for item in wanted]
            _, pending = await asyncio.wait(tasks, timeout=self._limit)
            for task in pending:
                task.cancel()
            if pending:
                await asyncio.wait(pending, timeout=GRACE)

    async def _one(self, gate: asyncio.Semaphore, ask: Ask, wanted: Wanted) -> None:
        async with gate:
            self._said[wanted] = Said(cause=NOT_ASKED) if self._closed else await self._asked(ask, wanted)
            self._say(len(self._said))

    async def _asked(self, ask: Ask, wanted: Wanted) -> Said:
        try:
            async with asyncio.timeout(self._service.timeout):
                text = await ask(wanted)
        except TimeoutError:
            self._late += 1
            self._closed = self._closed or self._late >= PATIENCE
            return Said(cause=f"no answer within {self._service.timeout:g} seconds")
        except Unanswered as unanswered:
            self._closed = self._closed or unanswered.closed
            return Said(cause=unanswered.cause)
        except Exception as error:  # noqa: BLE001 - a plug-in may raise anything, and the edition comes out all the same
            return _failed(error)
        self._late = 0
        return Said(text=text.encode("utf-8", "replace").decode())


def _failed(error: Exception) -> Said:
    return Said(cause=f"its plug-in failed: {type(error).__name__}")


def within(seconds: float, asked: Coroutine[object, object, str]) -> str:
    """Wait so long for one thing that is asked, and say so where it takes longer."""

    async def timed() -> str:
        try:
            return await asyncio.wait_for(asked, seconds)
        except TimeoutError:
            return f"no answer within {seconds:g} seconds"

    return _finish(timed()) or ""


def _finish(work: Coroutine[object, object, str | None]) -> str | None:
    """Run to the end; a look-up of a name that hangs in a thread is not waited for, as `asyncio.run` would."""
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(work)
    finally:
        loop.close()
