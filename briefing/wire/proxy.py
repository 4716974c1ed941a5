"""The proxies that the environment names: HTTP_PROXY, HTTPS_PROXY, NO_PROXY."""

from __future__ import annotations

import urllib.request
from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxies:
    """Which proxy dials for which address; a proxy that somebody configured is trusted to dial."""

    named: dict[str, str] = field(default_factory=dict)

    @classmethod
    def from_environment(cls) -> Proxies:
        """The proxies as they are named now."""
        return cls(named=urllib.request.getproxies_environment())

    def dialler(self, url: str) -> str | None:
        """The proxy for an address, or nothing where it is called directly."""
        if not self.named:
            return None
        parts = urlsplit(url)
        proxy = self.named.get(parts.scheme) or self.named.get("all")
        bypassed = urllib.request.proxy_bypass_environment(parts.netloc, self.named)  # type: ignore[attr-defined] # public in the library's docs, not in its types
        if not proxy or bypassed:
            return None
        return proxy if "://" in proxy else f"http://{proxy}"
