"""The guard at the dialler: a resolver that gives no address inside a private network, whatever DNS says."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from aiohttp import abc, resolver

from briefing.wire.address import is_public

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiohttp.abc import ResolveResult


class PrivateAddress(OSError):  # noqa: N818 - aiohttp asks for an OSError, and it becomes a Silence, not a message
    """Every address of a host lies in a private network."""


class GuardedResolver(abc.AbstractResolver):
    """Resolves as the system does, and drops whatever is not public; connections use just what it gives."""

    def __init__(self) -> None:
        self._system = resolver.ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The public addresses of a host. Raises PrivateAddress where it has only others."""
        found = await self._system.resolve(host, port, family)
        public = [one for one in found if is_public(one["host"])]
        if found and not public:
            raise PrivateAddress(host)
        return public

    async def close(self) -> None:
        """Nothing is held."""
        await self._system.close()


class SampleResolver(abc.AbstractResolver):
    """Answers for the sample outlets; everybody else is looked up, under guard unless private ones are allowed."""

    def __init__(self, hosts: Mapping[str, tuple[str, int]], *, private: bool) -> None:
        self._hosts = hosts
        self._others: abc.AbstractResolver = resolver.ThreadedResolver() if private else GuardedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Give the addresses of a host."""
        if host not in self._hosts:
            return await self._others.resolve(host, port, family)
        address, own = self._hosts[host]
        return [{"hostname": host, "host": address, "port": own, "family": socket.AF_INET, "proto": 0, "flags": 0}]

    async def close(self) -> None:
        """Let go of what the lookup holds."""
        await self._others.close()
