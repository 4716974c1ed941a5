"""What the bytes of a file depend on besides the edition and its templates, known without importing any of it."""

from __future__ import annotations

from functools import cache

from briefing.identity import digest
from briefing.press.faces import font_digest
from briefing.press.scripts import installed

SETTERS = ("briefing", "babel", "css-inline", "jinja2", "lxml", "pillow", "pydyf", "pyphen", "uharfbuzz", "weasyprint")


@cache
def fingerprint() -> str:
    """Give the digest of the versions that set pages, and of the fonts: a file of the same one need not be set again."""
    from importlib.metadata import version  # noqa: PLC0415 - slow to import, for one call

    extra = [[name, found] for name, found in installed().items() if found]  # with it, the same edition is another page
    return digest([[name, version(name)] for name in SETTERS] + [["fonts", font_digest()], *extra])
