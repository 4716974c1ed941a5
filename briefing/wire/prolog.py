"""What stands before a document's first element: read past in one go, however much there is, and never obeyed."""

from __future__ import annotations

import re

MOST_DOCTYPE = 50_000  # characters of a document type declaration
_DOCTYPE = re.compile(r"<!doctype\b", re.IGNORECASE)
_TOKEN = re.compile(r"""<!--|"[^"]*"|'[^']*'|[\[\]>]""")
_ROOT = re.compile(r"<\w")
_HTML = re.compile(r"<html\b", re.IGNORECASE)
_HTML_TYPE = re.compile(r"<!doctype\s+html\b", re.IGNORECASE)
_SPACE = re.compile(r"\s*")


def root(text: str) -> int:
    """Where the first element of a document begins; at its end where there is none."""
    found = _ROOT.search(text, _past(text)[0])
    return found.start() if found else len(text)


def is_web_page(text: str) -> bool:
    """Whether a document says of itself that it is one of HTML."""
    start, typed = _past(text)
    return typed or bool(_HTML.match(text, start))


def _past(text: str) -> tuple[int, bool]:
    """The end of the declarations, comments and instructions at a text's beginning; whether one declares HTML."""
    at, typed = 0, False
    while True:
        at = _space(text, at)
        if text.startswith("<?", at):
            end = _after("?>", text, at)
        elif text.startswith("<!--", at):
            end = _after("-->", text, at)
        elif _DOCTYPE.match(text, at):
            typed = typed or bool(_HTML_TYPE.match(text, at))
            end = _doctype(text, at)
        else:
            return at, typed
        if end < 0:
            return at, typed
        at = end


def _space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _after(sign: str, text: str, at: int) -> int:
    found = text.find(sign, at)
    return found + len(sign) if found >= 0 else -1


def _doctype(text: str, at: int) -> int:
    """The end of a document type declaration, its own declarations, quotations and comments included, else -1."""
    said = text[at : at + MOST_DOCTYPE]
    where, inside = len("<!doctype"), False
    while found := _TOKEN.search(said, where):
        where = found.end()
        if found[0] == "<!--":
            where = _after("-->", said, where)
            if where < 0:
                return -1
        elif found[0] in "[]":
            inside = found[0] == "["
        elif found[0] == ">" and not inside:
            return at + where
    return -1
