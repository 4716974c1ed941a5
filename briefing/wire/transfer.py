"""One transfer: a reusable handle of libcurl, and what comes of a call that it is aimed at."""

from __future__ import annotations

import os
import socket
import tempfile
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pycurl

from briefing.wire.address import dialled, is_public

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.wire.manners import Manners

KEPT = 1_000_000  # bytes of a body that are kept in memory while it comes in
MOST_HEADERS = 100_000  # bytes of headers in one answer, whatever was said before it included
MOST_HEADER = 8_000  # characters of one header: a longer one is none, so that no tag is sent back that no server takes
BUFFER = 256 * 1024


class Unheard(Exception):  # noqa: N818 - it carries a cause to a Silence, and is no error of anybody's
    """An address could not be heard; `str()` is the cause in a reader's words, `answer` what was said all the same."""

    def __init__(self, cause: str, answer: Answer | None = None) -> None:
        super().__init__(cause)
        self.answer = answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """An address to be asked: `most` bounds the body in bytes, before and after decompression."""

    url: str
    headers: tuple[tuple[str, str], ...] = ()
    most: int = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one server said to one call. Header names are in lower case; of a repeated one the last counts."""

    status: int
    url: str
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)

    def header(self, name: str) -> str:
        """Give a header's value, or nothing."""
        return self.headers.get(name, "")


class Transfer:
    """One reusable handle of libcurl: what never changes is set once, what a call brings by `aim`."""

    def __init__(self, manners: Manners, hosts: Mapping[str, tuple[str, int]]) -> None:
        self._manners = manners
        self._hosts = hosts
        self._proxy: str | None = ""
        self.about: object = None
        self.host = ""
        self._call = Call(url="")
        self._body = bytearray()
        self._head = bytearray()
        self._file: IO[bytes] | None = None
        self._length = 0
        self._refused = self._large = self._trusted = False
        self._headed = 0
        self._lent: socket.socket | None = None
        self.curl = curl = pycurl.Curl()
        for option, value in _settings(manners):
            curl.setopt(option, value)
        if hosts:
            curl.setopt(pycurl.CONNECT_TO, [f"{name}::{address}:{port}" for name, (address, port) in hosts.items()])
        curl.setopt(pycurl.WRITEFUNCTION, self._take)
        curl.setopt(pycurl.HEADERFUNCTION, self._take_header)
        if not manners.allow_private:
            curl.setopt(pycurl.OPENSOCKETFUNCTION, self._open)

    def aim(self, host: str, about: object, call: Call, proxy: str | None) -> None:
        """Make ready for a call. A configured proxy is trusted to dial, and so are the sample outlets."""
        self.host, self.about, self._call = host, about, call
        self._body, self._head = bytearray(), bytearray()
        self._length = 0
        self._refused = self._large = False
        self._headed = 0
        self._trusted = proxy is not None or (urlsplit(call.url).hostname or "") in self._hosts
        self.curl.setopt(pycurl.URL, dialled(call.url))
        self.curl.setopt(pycurl.HTTPHEADER, [f"{name}: {value}".encode() for name, value in call.headers])
        self.curl.setopt(pycurl.MAXFILESIZE_LARGE, call.most)
        if call.url.startswith("https") and not self._certified:
            self._certify()
        if proxy != self._proxy:
            self.curl.setopt(pycurl.PROXY, proxy or "")
            self._proxy = proxy

    _certified = False

    def _certify(self) -> None:
        """Say which authorities are believed: SSL_CERT_FILE and SSL_CERT_DIR, else the system's, else certifi's."""
        import ssl  # noqa: PLC0415 - slow to import, and wanted only where a call is encrypted

        paths = ssl.get_default_verify_paths()
        folder = os.environ.get("SSL_CERT_DIR") or paths.capath
        file = paths.cafile
        if not file and not (folder and os.path.isdir(folder) and os.listdir(folder)):  # noqa: PTH112, PTH208 - what OpenSSL is given
            import certifi  # noqa: PLC0415 - likewise

            file = certifi.where()
        if file:
            self.curl.setopt(pycurl.CAINFO, file)
        if folder:
            self.curl.setopt(pycurl.CAPATH, folder)
        self._certified = True

    def outcome(self, code: int) -> Answer | Unheard:
        """Say what came of the call, which libcurl ended with this code (0: well)."""
        if code:
            return Unheard(self._cause(code))
        status = self.curl.getinfo(pycurl.RESPONSE_CODE)
        return Answer(status=status, url=self._call.url, body=self._whole(), headers=_headers(bytes(self._head)))

    def _take(self, data: bytes) -> int | None:
        self._length += len(data)
        if self._length > self._call.most:
            self._large = True
            return 0
        if self._file is None and self._length > KEPT:
            self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by let_go
            self._file.write(self._body)
            self._body = bytearray()
        if self._file is None:
            self._body += data
        else:
            self._file.write(data)
        return None

    @property
    def is_large(self) -> bool:
        """Tell whether the body waits in a file, because there is too much of it to hold one for every call."""
        return self._file is not None

    def _whole(self) -> bytes:
        if self._file is None:
            return bytes(self._body)
        self._file.seek(0)
        return self._file.read()

    def _take_header(self, line: bytes) -> int | None:
        if line.startswith(b"HTTP/"):  # the last answer counts: a proxy's own, or 100 Continue, may come before it
            self._head.clear()
        self._head += line
        self._headed += len(line)
        return 0 if self._headed > MOST_HEADERS else None

    def _open(self, _purpose: int, address: Any) -> socket.socket | int:  # noqa: ANN401 - the binding's own tuple
        """Open a socket to an address that was just looked up, unless it leads into a private network."""
        family, kind, protocol, where = address
        if not self._trusted and not is_public(str(where[0])):
            self._refused = True
            return pycurl.SOCKET_BAD
        if self._lent:  # of an address that did not answer
            self._lent.close()
        self._lent = socket.socket(family, kind, protocol)
        return self._lent

    def let_go(self) -> None:
        """Keep nothing of a call that is over: no body, and not our copy of the socket that libcurl copied."""
        self._body = bytearray()
        if self._file:
            self._file.close()
            self._file = None
        if self._lent:
            self._lent.close()
            self._lent = None

    def _cause(self, code: int) -> str:
        """Say a failure in a reader's words."""
        if self._refused:
            return "its address leads into a private network"
        if self._large or code == pycurl.E_FILESIZE_EXCEEDED:
            return f"larger than {self._call.most / 1_000_000:g} MB"
        if code == pycurl.E_OPERATION_TIMEDOUT:
            whole = self.curl.getinfo(pycurl.TOTAL_TIME) >= self._manners.timeout
            silent = f"gave no sign for {self._manners.first_byte:g} seconds"
            return f"took longer than {self._manners.timeout:g} seconds" if whole else silent
        if code == pycurl.E_COULDNT_CONNECT and self._proxy:
            return "the proxy that HTTP_PROXY or HTTPS_PROXY names could not be reached"
        return CAUSES.get(code, "the answer could not be understood")


CAUSES = {
    pycurl.E_COULDNT_RESOLVE_HOST: "its address is unknown",
    pycurl.E_COULDNT_RESOLVE_PROXY: "the proxy's address is unknown",
    pycurl.E_COULDNT_CONNECT: "could not be reached",
    pycurl.E_PEER_FAILED_VERIFICATION: "its certificate is not valid",
    pycurl.E_SSL_CACERT_BADFILE: "the certificates named by SSL_CERT_FILE cannot be read",
    pycurl.E_SSL_CONNECT_ERROR: "no secure connection could be made",
    pycurl.E_PARTIAL_FILE: "the answer broke off",
    pycurl.E_GOT_NOTHING: "the answer broke off",
    pycurl.E_RECV_ERROR: "the answer broke off",
    pycurl.E_SEND_ERROR: "the answer broke off",
    pycurl.E_HTTP2: "the answer broke off",
}


def _settings(manners: Manners) -> tuple[tuple[int, Any], ...]:
    """Give what holds for every call."""
    slow = max(1, round(manners.first_byte))
    return (
        (pycurl.PROTOCOLS, pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS),
        (pycurl.FOLLOWLOCATION, 0),
        (pycurl.NOSIGNAL, 1),
        (pycurl.USERAGENT, manners.agent),
        (pycurl.ACCEPT_ENCODING, "gzip, br, deflate"),
        (pycurl.HTTP_VERSION, pycurl.CURL_HTTP_VERSION_2TLS),
        (pycurl.CONNECTTIMEOUT_MS, round(1000 * min(manners.connect, manners.timeout))),
        (pycurl.TIMEOUT_MS, round(1000 * manners.timeout)),
        (pycurl.LOW_SPEED_LIMIT, 1),
        (pycurl.LOW_SPEED_TIME, slow),
        (pycurl.DNS_CACHE_TIMEOUT, 300),
        (pycurl.BUFFERSIZE, BUFFER),
        (pycurl.PROXY, ""),
        (pycurl.NOPROXY, ""),
        (pycurl.NETRC, pycurl.NETRC_IGNORED),
        (pycurl.TCP_NODELAY, 1),
    )


def _headers(head: bytes) -> dict[str, str]:
    pairs = (line.partition(b":") for line in head.split(b"\r\n")[1:])
    return {_said(name).lower(): _said(value) for name, _, value in pairs if name and len(value) <= MOST_HEADER}


def _said(raw: bytes) -> str:
    """A header as text: servers write addresses in UTF-8, the standard once said Latin-1."""
    try:
        return raw.decode().strip()
    except UnicodeDecodeError:
        return raw.decode("latin-1").strip()
