"""Redirects that lead nowhere, round in circles, or into a network that is none of ours."""

from __future__ import annotations

from hostile.case import Case, Heard, Plain, Raw, Silent
from hostile.served import head, says
from hostile.written import GOOD, rss

PRIVATE = {  # name by name, the same few machines; PORT is where somebody listens who must hear nothing
    "loopback": "http://127.0.0.1:PORT/",
    "loopback by name": "http://localhost:PORT/",
    "loopback by a name of its own": "http://metadata.localhost:PORT/",
    "loopback with a dot": "http://localhost.:PORT/",
    "loopback in capitals": "http://LOCALHOST:PORT/",
    "loopback in percents": "http://%6c%6fcalhost:PORT/",
    "loopback decimal": "http://2130706433:PORT/",
    "loopback hexadecimal": "http://0x7f000001:PORT/",
    "loopback mixed": "http://0x7f.1:PORT/",
    "loopback octal": "http://0177.0.0.01:PORT/",
    "loopback short": "http://127.1:PORT/",
    "loopback other": "http://127.255.255.254:PORT/",
    "loopback wide": "http://\uff11\uff12\uff17.0.0.1:PORT/",
    "loopback circled": "http://\u2460\u2461\u2466.0.0.1:PORT/",
    "loopback six": "http://[::1]:PORT/",
    "loopback mapped": "http://[::ffff:127.0.0.1]:PORT/",
    "loopback mapped hexadecimal": "http://[::ffff:7f00:1]:PORT/",
    "loopback compatible": "http://[::127.0.0.1]:PORT/",
    "loopback translated": "http://[64:ff9b::7f00:1]:PORT/",
    "loopback tunnelled": "http://[2002:7f00:1::]:PORT/",
    "loopback with a user": "http://public.example@127.0.0.1:PORT/",
    "nowhere": "http://0.0.0.0:PORT/",
    "nowhere short": "http://0:PORT/",
    "nowhere six": "http://[::]:PORT/",
    "metadata": "http://169.254.169.254/latest/meta-data/",
    "metadata decimal": "http://2852039166/latest/meta-data/",
    "metadata six": "http://[fd00:ec2::254]/latest/",
    "link": "http://[fe80::1%25lo]:PORT/",
    "private ten": "http://10.0.0.1/",
    "private twelve": "http://172.16.0.1/",
    "private sixteen": "http://192.168.0.1/",
    "carrier": "http://100.64.0.1/",
    "broadcast": "http://255.255.255.255/",
    "multicast": "http://224.0.0.1/",
}
UNKNOWN = frozenset({"loopback circled", "loopback wide", "link", "loopback mixed", "loopback in percents"})


def to(where: str, status: int = 302) -> Plain:
    """Send whoever asks elsewhere."""
    return Plain(status=status, headers=(("Location", where),))


def raw(where: bytes) -> Raw:
    return Raw(says(head(status="302 Found")[:-2] + b"Location: " + where + b"\r\nContent-Length: 0\r\n\r\n"))


NO_WEB = Silent("no web address")
CASES = [
    Case("to itself", to("/to-itself"), Silent("redirected too often")),
    Case("to and fro", to("/fro-and-to"), Silent("redirected too often")),
    Case("fro and to", to("/to-and-fro", 301), Silent("redirected too often")),
    Case("to nowhere", Plain(status=302), Silent("without saying where")),
    Case("to an empty place", to(""), Silent("without saying where")),
    Case("to a file", to("file:///etc/passwd"), NO_WEB, absent=("root:",)),
    Case("to another protocol", to("ftp://127.0.0.1/feed"), NO_WEB),
    Case("to an old protocol", to("gopher://127.0.0.1:70/_feed"), NO_WEB),
    Case("to a dictionary", to("dict://127.0.0.1:11211/stat"), NO_WEB),
    Case("to what it says itself", to("data:text/xml,<rss><channel/></rss>"), NO_WEB),
    Case("to a script", to("javascript:alert(1)", 301), NO_WEB, absent=("javascript",)),
    Case("to no address", to("http://"), Silent("redirected too often")),
    Case("to half an address", to("http://["), NO_WEB),
    Case("to a port that is none", to("http://other.example:99999/"), NO_WEB),
    Case("to a name that is none", raw("http://a..\u00e9/".encode()), Silent("unknown|no web address|understood")),
    Case("to a name too long", raw(("http://" + "\u00e9" * 400 + "/").encode()), Silent("unknown|no web|understood")),
    Case("to bytes of no alphabet", raw(b"http://\xff\xfe\x80/"), Silent("unknown|no web address|understood")),
    Case("to a place of a hundred kilobytes", to("/" + "a" * 90_000), Silent("without saying where")),
    Case("to a second line", raw(b"/good-end\r\nX-Injected: yes"), Heard((GOOD,))),
    Case("to signs that break a line", to("http://other.example/%0d%0aX-Injected:%20yes"), Silent("not found")),
    Case("to a good end", to("http://other.example/good-end", 301), Heard((GOOD,))),
    Case("to the same protocol elsewhere", to("//other.example/good-end"), Heard((GOOD,))),
    Case("to a place in another alphabet", raw("/d\u00e9j\u00e0".encode()), Silent("not found")),
    Case(
        "to a user with a password",
        to("http://user:hunter2@other.example/good-end"),
        Heard((GOOD,)),
        absent=("hunter2",),
    ),
    Case("from host to host", to("http://other.example/further", 301), Heard((GOOD,))),
    Case("further", to("http://third.example/good-end", 308), Heard((GOOD,)), host="other.example"),
    Case("good end", Plain(rss()), Heard((GOOD,))),
    *(
        Case(f"into {name}", to(where), Silent("private network"))
        for name, where in PRIVATE.items()
        if name not in UNKNOWN
    ),
    *(
        Case(
            f"into {name}",
            to(where) if where.isascii() else raw(where.encode()),
            Silent("private|unknown|no web|understood"),
        )
        for name, where in PRIVATE.items()
        if name in UNKNOWN
    ),
]
