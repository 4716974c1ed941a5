"""A feed's own name, from its address: readable, the same for ever, and without anything secret; and when two are one."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from briefing.config.values import VARIABLE
from briefing.identity import digest_of_bytes

LONGEST = 80
SECRET_PARAMETER = re.compile(r"(?i)token|key|secret|pass|auth|sig|session|user|hash|code")


def feed_id(url: str) -> str:
    """Derive an id: host and path as a slug; a query, or letters that a slug loses, count as eight hex digits."""
    try:
        parts = urlsplit(VARIABLE.sub("", url.strip()))
    except ValueError:
        return digest_of_bytes(url.encode("utf-8", "surrogatepass"))[:16]
    host = parts.netloc.rpartition("@")[2].lower().removeprefix("www.").removesuffix(":443").removesuffix(":80")
    readable = f"{host}{parts.path.rstrip('/')}"
    slug = re.sub(r"[^a-z0-9.]+", "-", readable.lower()).strip("-.")
    telling = _telling(url)
    lost = telling or len(slug) > LONGEST or not readable.isascii() or "%" in readable or not slug
    if not lost:
        return slug
    mark = digest_of_bytes(f"{readable}?{telling}".encode("utf-8", "surrogatepass"))[:8]
    return f"{slug[:LONGEST].strip('-.')}-{mark}".strip("-")


def address_key(url: str) -> str:
    """Reduce an address to what tells feeds apart: not its scheme, `www.`, usual port, last stroke or fragment.

    Nor a password: an exported list has none, and is brought in again beside the feeds that have.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    host = parts.netloc.rpartition("@")[2].lower().removeprefix("www.").removesuffix(":443").removesuffix(":80")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}"


def _telling(url: str) -> str:
    """Give the part of a query that tells feeds apart: no secret, by its name or because it is a `${NAME}`."""
    pairs = parse_qsl(urlsplit(url.strip()).query, keep_blank_values=True)
    return "&".join(
        f"{key}={value}" for key, value in pairs if not SECRET_PARAMETER.search(key) and not VARIABLE.search(value)
    )
