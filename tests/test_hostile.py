"""The whole corpus in one round: each case comes to what is written beside it, and nobody is hurt."""

from __future__ import annotations

import os
import pickle
import re
import socket
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from conftest import NOW
from honest import texts_of, unclean
from hostile.case import Case, Heard, Silent
from hostile.corpus import CASES, HOSTS, MORE, PAGES
from hostile.redirect_cases import PRIVATE
from hostile.served import serving

from briefing import wire
from briefing.model import Feed
from briefing.workers import Here

if TYPE_CHECKING:
    from collections.abc import Iterator

MEGABYTES = 300
SECONDS = 60
ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Trap:
    """Sockets on one port of every loopback address: whoever knocks there has broken in."""

    port: int
    sockets: tuple[socket.socket, ...]

    def knocked(self) -> bool:
        found = False
        for listening in self.sockets:
            try:
                listening.accept()[0].close()
                found = True
            except BlockingIOError:
                continue
        return found


@pytest.fixture(scope="module")
def trap() -> Iterator[Trap]:
    with ExitStack() as open_sockets:
        sockets = [open_sockets.enter_context(socket.create_server(("0.0.0.0", 0)))]
        port = sockets[0].getsockname()[1]
        if socket.has_ipv6:
            six = socket.create_server(("::", port), family=socket.AF_INET6)
            sockets.append(open_sockets.enter_context(six))
        for listening in sockets:
            listening.setblocking(False)
        yield Trap(port, tuple(sockets))


@pytest.fixture(scope="module")
def came(trap: Trap, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What came of every case, of one round in a process of its own."""
    path = tmp_path_factory.mktemp("hostile") / "came"
    with serving(CASES, MORE, trap=trap.port) as server:
        command = [sys.executable, "-W", "error", "-m", "hostile.round", str(server.port), str(path)]
        there = os.pathsep.join((str(ROOT / "tests"), str(ROOT)))
        subprocess.run(command, check=True, timeout=5 * SECONDS, env={**os.environ, "PYTHONPATH": there})
        found: dict[str, Any] = pickle.loads(path.read_bytes())
    found["asked"] = server.asked
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_answer_comes_to_what_is_written_beside_it(came: dict[str, Any], case: Case) -> None:
    result, kept = came["heard"][case.name]
    cause = result.silence.cause if result.silence else ""
    if isinstance(case.expected, Silent):
        assert result.silence
        assert re.search(case.expected.words, cause), cause
        assert not kept
    elif isinstance(case.expected, Heard):
        assert not result.silence, cause
        compare(case, case.expected, kept)
    flat = repr((result.silence, kept, getattr(result, "title", ""), getattr(result, "moved", "")))
    assert not [words for words in case.absent if words in flat]
    assert not [words for words in case.present if words not in flat]
    assert not [text for text in texts_of(kept) if unclean(text)]


def compare(case: Case, expected: Heard, kept: list[Any]) -> None:
    if case.kind == "page":
        assert not [phrase for phrase in expected.said if phrase not in kept[0].text]
    elif expected.number is None:
        assert tuple(entry.title for entry in kept) == expected.said
    else:
        assert len(kept) == expected.number


def test_no_case_costs_more_memory_or_time_than_a_round_may(came: dict[str, Any]) -> None:
    assert max(came["megabytes"]) < MEGABYTES
    assert came["seconds"] < SECONDS


def test_nothing_hostile_leads_anywhere_else(came: dict[str, Any], trap: Trap) -> None:
    assert not trap.knocked()
    known = {case.path for case in CASES} | {*MORE, "", "/%0D%0AX-Injected:%20yes", "/d%C3%A9j%C3%A0"}
    assert {path for path in came["asked"] if path not in known} == set()


@pytest.mark.parametrize("where", PRIVATE.values(), ids=PRIVATE)
def test_a_private_address_is_never_called_whatever_it_is_called(trap: Trap, where: str) -> None:
    url = where.replace("PORT", str(trap.port))
    manners = wire.Manners(timeout=2.0, connect=1.0)
    with wire.Line(manners, clock=lambda: NOW, workers=Here()) as line:
        heard = next(iter(line.hear([wire.Ask(feed=Feed(id="f", url=url), url=url)])))
        read = next(iter(line.read([wire.PageAsk(feed="f", entry="00", url=url)])))
    assert heard.silence
    assert read.silence
    assert not trap.knocked()


def test_the_trap_is_one(trap: Trap) -> None:
    url = f"http://127.0.0.1:{trap.port}/"
    with wire.Line(wire.Manners(timeout=0.2, allow_private=True), clock=lambda: NOW, workers=Here()) as line:
        next(iter(line.hear([wire.Ask(feed=Feed(id="f", url=url), url=url)])))
    assert trap.knocked()


def test_the_corpus_is_large_and_names_nothing_twice() -> None:
    assert len({case.path for case in CASES}) == len(CASES) >= 110
    assert len(PAGES) >= 30
    assert {case.host for case in CASES} <= {*HOSTS}
