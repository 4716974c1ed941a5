"""Pictures in a page: while it is set they stand at invented addresses, named by their bytes; then they stand inside it.

So the same edition is the same bytes wherever it is set, and no template ever holds a picture's bytes.
"""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

BASE = "https://assets.invalid/"  # RFC 2606: no such host will ever be
ADDRESS = re.compile(rf"{re.escape(BASE)}pictures/([0-9a-f]{{40}})\.jpg")
_SHOWN = re.compile(rf"(\bsrc\s*=\s*[\"']?){ADDRESS.pattern}")


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
