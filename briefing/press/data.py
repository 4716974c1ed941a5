"""An edition as data: what the JSON file holds, and all that templates are given.

The shape is the model's own, field by field, with what is *printed* added: the dateline's lines, the language.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from briefing.identity import plain
from briefing.press.locales import dateline_lines, language_tag

if TYPE_CHECKING:
    from briefing.model import Edition


def as_data(edition: Edition) -> dict[str, object]:
    """Give the edition as plain data, without its memory: strings, numbers, lists, mappings; moments ISO 8601 in UTC with Z."""
    data: Any = plain(edition, keep_empty=True)
    del data["memory"], data["settled"]  # they are for the editions after this one, who read them in the record
    data["language"] = language_tag(edition.dateline.locale)
    data["dateline"]["text"] = list(dateline_lines(edition.dateline))
    for section in data["sections"]:
        section["stories"] = [_story(story) for story in section["stories"]]
    return dict(data)


def as_json(edition: Edition) -> bytes:
    """Write the edition file: UTF-8, one space of indent, keys sorted, a newline at the end."""
    return (json.dumps(as_data(edition), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _story(story: dict[str, Any]) -> dict[str, Any]:
    """Print headline and summary as strings, with their evidence beside them."""
    summary = story["summary"] or {"text": "", "evidence": []}
    return story | {
        "headline": story["headline"]["text"],
        "headline_evidence": story["headline"]["evidence"],
        "summary": summary["text"],
        "summary_evidence": summary["evidence"],
    }
