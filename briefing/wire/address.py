"""Addresses: which may be called, what of them may be shown, and which of their parts only follow the reader."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import quote, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"(?:utm_\w+|at_\w+|pk_\w+|mtm_\w+|hsa_\w+|fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|ttclid|mc_[ce]id|igshid"
    r"|igsh|_ga|_hsenc|_hsmi|mkt_tok|oly_anon_id|oly_enc_id|vero_id|wickedid|ref_src|ref_url|cmpid|ocid|smid|ncid"
    r"|xtor|spm|__twitter_impression)",
    re.IGNORECASE,
)
_METADATA = frozenset({"168.63.129.16", "100.100.100.200", "192.0.0.192"})
_EMBEDDING = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96")))
MAX_URL = 4000
_NO_HOST = frozenset('\\"<>^`{|}')  # browsers and libraries part over whose host such an address names
_BREAKING = frozenset('"<>`\\')  # printable, and no part of any address (RFC 3986): they would end an attribute
_PLAIN = re.compile(
    r"https?://[a-z0-9.-]+[a-z0-9](?::(?:\d{1,4}|[1-5]\d{4}))?(?:/[\w.~!$&'()*+,;=:@%/-]*)?(?:\?[\w.~!$&'()*+,;=:@%/?-]*)?",
    re.ASCII,
)


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet; what embeds another address does not."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped or ip.is_site_local or any(ip in network for network in _EMBEDDING):
            return False
    elif str(ip) in _METADATA:
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def is_literal(host: str) -> bool:
    """Whether a host is an IP address and so never passes a resolver."""
    try:
        ipaddress.ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        return False
    return True


def is_local_name(host: str) -> bool:
    """Whether a name means this machine wherever it is looked up (RFC 6761), a proxy's own included."""
    name = host.lower().rstrip(".")
    return name == "localhost" or name.endswith(".localhost")


def web_address(url: str) -> str:
    """The address without `user:password@` and whitespace if it is an absolute http(s) one, else nothing."""
    url = url.strip()
    if len(url) <= MAX_URL and _PLAIN.fullmatch(url):
        return url
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname or len(url) > MAX_URL:
        return ""
    if any(sign in _NO_HOST or sign.isspace() or not sign.isprintable() for sign in parts.netloc):
        return ""
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    netloc = host if port is None else f"{host}:{port}"
    return urlunsplit((parts.scheme.lower(), netloc, *(_quoted(part) for part in parts[2:])))


def _quoted(part: str) -> str:
    """A path, query or fragment in which whatever would break a line or hide is percent-encoded."""
    return "".join(quote(sign, errors="ignore") if _breaks(sign) else sign for sign in part)


def _breaks(sign: str) -> bool:
    return sign in _BREAKING or sign.isspace() or not sign.isprintable()


def dialled(url: str) -> str:
    """Give a web address in the ASCII that goes over the wire: the host by IDNA (RFC 5891), the rest percent-encoded.

    A host that no name can be made of gives one that cannot exist (RFC 6761), so that it is unknown and no error.
    """
    url = url.partition("#")[0]
    if url.isascii() and url.isprintable() and " " not in url:
        return url
    parts = urlsplit(url)
    user, at, host = parts.netloc.rpartition("@")
    if not host.isascii():
        import idna  # noqa: PLC0415 - its tables are slow to import, and hardly ever wanted

        name, colon, port = host.partition(":")
        try:
            host = idna.encode(name, uts46=True).decode() + colon + port
        except idna.IDNAError:
            host = "host.invalid"
    user = quote(user, safe="%:!$&'()*+,;=-._~")
    rest = (quote(part, safe="%/:=&?~#+!$,;'@()*[]|") for part in parts[2:4])
    return urlunsplit((parts.scheme, f"{user}{at}{host}", *rest, ""))


def without_tracking(url: str) -> str:
    """The address without the parameters that only say where the reader came from, and without a fragment."""
    page, mark, query = url.partition("#")[0].partition("?")
    kept = [pair for pair in query.split("&") if pair and not _TRACKING.fullmatch(pair.partition("=")[0])]
    return page + mark + "&".join(kept) if kept else page


def shown(url: str) -> str:
    """An address as it may be printed: as configured, `${NAME}` unresolved and `user:password@` gone."""
    scheme, mark, rest = url.partition("://")
    netloc, slash, path = rest.partition("/")
    return f"{scheme}{mark}{netloc.rpartition('@')[2]}{slash}{path}" if mark else url
