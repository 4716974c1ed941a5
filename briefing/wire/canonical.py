"""The address by which a page wants to be known."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from briefing.wire.address import web_address, without_tracking

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def canonical(tree: HtmlElement, url: str) -> str:
    """The address by which a page wants to be known (RFC 6596), if it is a page of the same host and not its front."""
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            try:
                address = without_tracking(web_address(urljoin(url, (link.get("href") or "").strip())))
            except ValueError:  # "http://[" and its like
                return ""
            ours, theirs = urlsplit(url), urlsplit(address)
            same = _bare(ours.netloc) == _bare(theirs.netloc)
            return address if same and (theirs.path.strip("/") or not ours.path.strip("/")) else ""
    return ""


def _bare(host: str) -> str:
    """A host without the prefixes under which the same pages stand."""
    return host.lower().removeprefix("www.").removeprefix("m.").removeprefix("amp.")
