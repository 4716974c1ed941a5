"""Markup that would keep a parser busy for minutes: elements of so many attributes that comparing each with each is work.

libxml2 looks for an attribute that stands twice by comparing it with all before it. A page of two megabytes can so cost
nine minutes, in which no clock of Python's is heard.
"""

from __future__ import annotations

import re

SMALL = 40_000  # characters: nothing that is shorter can cost much
LONG = 4_000  # characters of a tag whose attributes are counted
MOST_COMPARED = 100_000_000  # pairs of attributes in all elements together: about a second
_TAG = re.compile(r"""<[A-Za-z](?:[^<>"']++|"[^"]*+"|'[^']*+')*+""")
_VALUE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')|/""")


def crowded(markup: str) -> bool:
    """Tell whether a piece of markup has elements of too many attributes to be read."""
    if len(markup) < SMALL:
        return False
    compared = 0
    for tag in _TAG.finditer(markup):
        if tag.end() - tag.start() > LONG:
            compared += len(_VALUE.sub(" ", tag[0]).split()) ** 2
    return compared > MOST_COMPARED
