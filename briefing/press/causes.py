"""Why a source was not heard, as a reader is told it: no status, no error of a library, in the edition's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.press.words import words_for

if TYPE_CHECKING:
    from collections.abc import Mapping

NUMBER = re.compile(r"\d+(?:\.\d+)?")
STATUS = re.compile(r"(?:HTTP(?:/[\d.]+)?|status|error)\W*(?:code\W*)?([1-5]\d\d)\b.*", re.IGNORECASE)
PLAINER: Mapping[str, str] = {
    "not found": "nothing is found at its address any more",
    "gone for good": "its address is gone for good",
    "refused us": "it refuses to answer us",
    "asks for a login": "it asks for a login",
    "is for subscribers only": "it is for subscribers only",
    "asks us to come less often": "it asks us to come less often",
    "is withheld for legal reasons": "it is withheld for legal reasons",
    "answered with an error of its own": "it answered with an error of its own",
    "could not be reached": "it could not be reached",
}
OF_STATUS: Mapping[str, str] = {"401": "asks for a login", "403": "refused us", "404": "not found", "410": "gone for good",
                                "429": "asks us to come less often", "451": "is withheld for legal reasons"}  # fmt: skip


def cause_told(cause: str, *, locale: str) -> str:
    """Say a cause in a reader's words; one that nobody knows is told as it came."""
    if found := STATUS.fullmatch(cause.strip()):
        cause = OF_STATUS.get(found[1], "answered with an error of its own")
    number = NUMBER.search(cause)
    phrase = NUMBER.sub("{n}", cause, count=1)
    words = words_for(locale)
    return words(PLAINER.get(phrase, phrase), n=number[0] if number else "")
