"""The dialler: libcurl's multi interface in one loop. Many transfers at once, each bounded in time, bytes and reach.

It knows nothing of feeds: it takes calls, and gives back what came of each. Redirects are not followed here, so that
whoever asked can check each step. An address inside a private network is refused when the connection is opened, after
every lookup: what a name resolves to a second time cannot matter.
"""

from __future__ import annotations

import selectors
import socket
from collections import defaultdict, deque
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pycurl

from briefing.wire.proxy import Proxies
from briefing.wire.transfer import Answer, Call, Transfer, Unheard

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Self

    from briefing.wire.manners import Manners

IDLE = 60_000  # milliseconds that the loop sleeps at most


class Dialler:
    """Takes calls with `ask`, gives what came of them with `step`, until it is no longer `busy`.

    A call may bear any `about`, which comes back beside its answer.
    """

    def __init__(self, manners: Manners, hosts: Mapping[str, tuple[str, int]] | None = None) -> None:
        self.manners = manners
        self._hosts = dict(hosts or {})
        self._proxies = Proxies() if self._hosts else Proxies.from_environment()
        self._queues: dict[str, deque[tuple[object, Call]]] = defaultdict(deque)
        self._under_way: dict[str, int] = defaultdict(int)
        self._running: dict[pycurl.Curl, Transfer] = {}
        self._free: list[Transfer] = []
        self._large: deque[Transfer] = deque()
        self._unasked: list[tuple[object, Answer | Unheard]] = []
        self._selector = selectors.DefaultSelector()
        self._multi = pycurl.CurlMulti()
        self._multi.setopt(pycurl.M_SOCKETFUNCTION, self._watch)
        self._bell, self._rope = socket.socketpair()
        self._bell.setblocking(False)
        self._rope.setblocking(False)
        self._selector.register(self._bell, selectors.EVENT_READ)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.hang_up()
        for transfer in self._free:
            transfer.curl.close()
        self._multi.close()
        self._selector.close()
        self._bell.close()
        self._rope.close()

    @property
    def busy(self) -> bool:
        """Tell whether any call has not been answered yet."""
        return bool(self._running or self._queues or self._unasked)

    def ask(self, about: object, call: Call) -> None:
        """Take a call; it begins when its host and the whole have room."""
        self._queues[urlsplit(call.url).netloc.rpartition("@")[2].lower()].append((about, call))

    def wake(self) -> None:
        """End the sleep of a `step` from another thread."""
        try:
            self._rope.send(b"\0")
        except OSError:
            return  # the bell rings already, or nobody listens any more

    def step(self, *, begin: bool = True, wait: float = 60.0) -> list[tuple[object, Answer | Unheard]]:
        """Sleep until something happens, `wait` seconds at most; give what was answered. `begin` starts new calls."""
        if begin:
            self._begin()
        ended = self._answered(room=begin)  # a call that was refused at once leaves nothing to sleep for
        if ended:
            return ended
        timeout = min(self._multi.timeout(), IDLE) if self._running else IDLE
        timeout = IDLE if timeout < 0 else timeout
        events = self._selector.select(min(timeout / 1000, wait))
        for key, mask in events:
            if key.fileobj is self._bell:
                self._bell.recv(4096)
            else:
                self._multi.socket_action(key.fd, _curl_mask(mask))
        if not events:
            self._multi.socket_action(pycurl.SOCKET_TIMEOUT, 0)
        return self._answered(room=begin)

    def hang_up(self) -> None:
        """Let go of every call that was not answered yet."""
        for transfer in [*self._running.values()]:
            self._release(transfer)
        self._large.clear()
        self._queues.clear()

    def _begin(self) -> None:
        """Start what there is room for: in the whole, and at each host."""
        started = False
        for host in [*self._queues]:
            queue = self._queues[host]
            while queue and len(self._running) < self.manners.total and self._under_way[host] < self.manners.per_host:
                about, call = queue.popleft()
                self._start(host, about, call)
                started = True
            if not queue:
                del self._queues[host]
            if len(self._running) >= self.manners.total:
                break
        if started:
            self._multi.socket_action(pycurl.SOCKET_TIMEOUT, 0)

    def _start(self, host: str, about: object, call: Call) -> None:
        transfer = self._free.pop() if self._free else Transfer(self.manners, self._hosts)
        try:
            transfer.aim(host, about, call, self._proxies.dialler(call.url))
        except (ValueError, pycurl.error):  # its address or headers hold what cannot be said on a wire
            self._free.append(transfer)
            self._unasked.append((about, Unheard("its address or its headers cannot be sent")))
            return
        self._under_way[host] += 1
        self._running[transfer.curl] = transfer
        self._multi.add_handle(transfer.curl)

    def _release(self, transfer: Transfer) -> None:
        transfer.let_go()
        self._multi.remove_handle(transfer.curl)
        del self._running[transfer.curl]
        self._under_way[transfer.host] -= 1
        if not self._under_way[transfer.host]:
            del self._under_way[transfer.host]
        self._free.append(transfer)

    def _answered(self, *, room: bool) -> list[tuple[object, Answer | Unheard]]:
        """Give what has ended: of large answers one at a time, and none while there is no room for more."""
        found, self._unasked = self._unasked, []
        while True:
            left, good, bad = self._multi.info_read()
            ended = [(curl, 0) for curl in good] + [(curl, code) for curl, code, _ in bad]
            for curl, code in ended:
                transfer = self._running[curl]
                if transfer.is_large and not code:
                    self._large.append(transfer)
                else:
                    found.append(self._outcome(transfer, code))
            if not left:
                break
        if self._large and room:
            found.append(self._outcome(self._large.popleft(), 0))
        return found

    def _outcome(self, transfer: Transfer, code: int) -> tuple[object, Answer | Unheard]:
        about, came = transfer.about, transfer.outcome(code)
        self._release(transfer)
        return about, came

    def _watch(self, event: int, number: int, _multi: object, _data: object) -> None:
        """Keep the selector looking at the sockets that libcurl names."""
        if event == pycurl.POLL_REMOVE:
            if number in self._selector.get_map():
                self._selector.unregister(number)
            return
        mask = selectors.EVENT_READ if event & pycurl.POLL_IN else 0
        mask |= selectors.EVENT_WRITE if event & pycurl.POLL_OUT else 0
        if number in self._selector.get_map():  # whatever had this number before may be gone: it is looked at anew
            self._selector.unregister(number)
        self._selector.register(number, mask)


def _curl_mask(mask: int) -> int:
    read = pycurl.CSELECT_IN if mask & selectors.EVENT_READ else 0
    return read | (pycurl.CSELECT_OUT if mask & selectors.EVENT_WRITE else 0)
