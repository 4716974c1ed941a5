"""Is this a feed that feeds.yaml may hold? Asked of what comes from elsewhere, before it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.config.wording import Option

BOOLEANS = {"true": True, "false": False}
NUMBERS = frozenset({"max_entries"})
ORDER = ("url", "id", "name", "section", "label", "kind", "use", "full_text", "max_entries")


def fitting(said: Mapping[str, str]) -> tuple[dict[str, Option], dict[str, str]]:
    """Give the options that can be written, in the usual order, and of the others why not. Empty ones are left out."""
    from pydantic import ValidationError  # noqa: PLC0415 - slow to import; needed only where a feed comes in

    from briefing.config.forms import FeedForm  # noqa: PLC0415 - likewise

    feed = {key: _typed(key, said[key]) for key in ORDER if said.get(key)}
    try:
        FeedForm.model_validate({"url": "", **feed})
    except ValidationError as error:
        refused = {str(each["loc"][0]): _why(each.get("ctx", {}), each["msg"]) for each in error.errors()}
        return {key: value for key, value in feed.items() if key not in refused}, refused
    return feed, {}


def _typed(key: str, text: str) -> Option:
    if key in NUMBERS and text.isascii() and text.isdigit():
        return int(text[:9])
    return BOOLEANS.get(text.lower(), text) if key == "full_text" else text


def _why(about: Mapping[str, object], otherwise: str) -> str:
    expected = about.get("expected")
    return str(about.get("why") or (f"must be {expected}" if expected else otherwise[:1].lower() + otherwise[1:]))
