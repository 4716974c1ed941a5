"""Pictures in a page: while it is set they stand at invented addresses, named by their bytes; then they stand inside it.

So the same edition is the same bytes wherever it is set, and no template ever holds a picture's bytes.
"""

from __future__ import annotations

import base64
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

BASE = "https://assets.invalid/"  # RFC 2606: no such host will ever be
ADDRESS = re.compile(rf"{re.escape(BASE)}pictures/([0-9a-f]{{40}})\.jpg")
_SHOWN = re.compile(rf"(\bsrc\s*=\s*[\"']?){ADDRESS.pattern}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What a front page holds before its lead's text, in millimetres, set with the shipped tokens.

    `left` is what masthead and margins leave of the page; lines of the contents, the headline and the standfirst take
    the rest away. `letters` of a headline, and of a standfirst, fill a line.
    """

    left: float
    headline: float
    letters: int
    standfirst: float
    words: int


FRONTS = {
    "letter": Front(left=196, headline=11.3, letters=27, standfirst=6.4, words=60),
    "a4": Front(left=213, headline=11.3, letters=27, standfirst=6.4, words=60),
    "a5": Front(left=114, headline=9.2, letters=32, standfirst=6.4, words=56),
    "ereader": Front(left=122, headline=9.2, letters=36, standfirst=6.4, words=64),
}
LINE = 4.85  # millimetres of a line of the contents
BELOW = 44.0  # caption, and the first statement: a lead's picture that leaves no room for it would drive it overleaf
LOWEST, HIGHEST = 46, 82  # of a picture over the column: what would be lower hangs beside the text


def height(paper: str, contents: int, headline: str, standfirst: str) -> int:
    """Say how high the lead's picture may stand on the front page, in millimetres; 0 where it must hang beside the text."""
    front = FRONTS[paper]
    lines = math.ceil(len(headline) / front.letters)
    more = math.ceil(len(standfirst) / front.words)
    room = front.left - contents * LINE - lines * front.headline - more * front.standfirst - BELOW
    return min(HIGHEST, int(room)) if room >= LOWEST else 0


def address(digest: str) -> str:
    """Give the address at which a picture stands while its page is set."""
    return f"{BASE}pictures/{digest}.jpg"


def picture_at(url: str, pictures: Mapping[str, bytes]) -> bytes | None:
    """Give the picture at an address of ours, if there is one."""
    match = ADDRESS.fullmatch(url)
    return pictures.get(match[1]) if match else None


def embed_pictures(html: str, pictures: Mapping[str, bytes]) -> str:
    """Put the pictures into a page, so that it asks nobody for them; one that is not there is an empty `data:` address."""
    return _SHOWN.sub(lambda match: f"{match[1]}{_inside(pictures.get(match[2], b''))}", html)


def _inside(body: bytes) -> str:
    return f"data:image/jpeg;base64,{base64.b64encode(body).decode()}" if body else "data:,"
