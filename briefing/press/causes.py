"""Why a source was not heard, as a reader is told it: no status, no error of a library, in the edition's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.press.words import mark, words_for

if TYPE_CHECKING:
    from collections.abc import Mapping

NUMBER = re.compile(r"\d+(?:\.\d+)?")
STATUS = re.compile(r"(?:HTTP(?:/[\d.]+)?|status|error)\W*(?:code\W*)?([1-5]\d\d)\b.*", re.IGNORECASE)
PLAINER: Mapping[str, str] = {
    "not found": mark("nothing is found at its address any more"),
    "gone for good": mark("its address is gone for good"),
    "refused us": mark("it refuses to answer us"),
    "asks for a login": mark("it asks for a login"),
    "is for subscribers only": mark("it is for subscribers only"),
    "asks us to come less often": mark("it asks us to come less often"),
    "is withheld for legal reasons": mark("it is withheld for legal reasons"),
    "answered with an error of its own": mark("it answered with an error of its own"),
    "could not be reached": mark("it could not be reached"),
}
AS_THEY_COME = (
    mark("gave no sign for {n} seconds"),
    mark("its address is no web address"),
    mark("its address is unknown"),
    mark("its certificate is not valid"),
    mark("no secure connection could be made"),
    mark("redirected too often"),
    mark("redirected without saying where"),
    mark("the address is gone"),
    mark("the answer broke off"),
    mark("the answer could not be read in time"),
    mark("the answer could not be read"),
    mark("the answer could not be understood"),
    mark("took longer than {n} seconds"),
)  # what the wire says already in a reader's words
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
