"""The press: an edition becomes HTML, PDF, EPUB, Markdown, a mail and JSON; which template wins; what the edition file holds.

It sets what it is given and decides nothing: what is told, and in which order, was decided at the desk.
"""

from __future__ import annotations

from briefing.press.checking import check_templates
from briefing.press.data import as_data, as_json
from briefing.press.edition_schema import schema
from briefing.press.fingerprint import fingerprint
from briefing.press.fixture import invented
from briefing.press.lookup import Templates, dump, gather, load, looks, shipped
from briefing.press.pages import FORMATS, file_name, missing_glyphs, page_html, pages_filled, remedy, set_type
from briefing.press.printer import warm
from briefing.press.toolchain import toolchain

__all__ = [
    "FORMATS",
    "Templates",
    "as_data",
    "as_json",
    "check_templates",
    "dump",
    "file_name",
    "fingerprint",
    "gather",
    "invented",
    "load",
    "looks",
    "missing_glyphs",
    "page_html",
    "pages_filled",
    "remedy",
    "schema",
    "set_type",
    "shipped",
    "toolchain",
    "warm",
]
