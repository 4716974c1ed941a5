"""The JSON Schema of the edition file, made from the nouns themselves and from what `as_data` adds to them."""

from __future__ import annotations

import datetime as dt
import types
from dataclasses import is_dataclass
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from briefing import model

STRING = {"type": "string"}
LINES = {"type": "array", "items": STRING}
SIMPLE: dict[object, dict[str, Any]] = {
    str: STRING,
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    dt.datetime: {"type": "string", "format": "date-time", "pattern": "Z$"},
    dt.date: {"type": "string", "format": "date"},
}


def schema() -> dict[str, Any]:
    """Give the schema (draft 2020-12) of an edition's JSON file: closed, every field always there."""
    definitions: dict[str, Any] = {}
    root = _noun(model.Edition, definitions)
    del definitions["Edition"]["properties"]["memory"], definitions["Edition"]["properties"]["settled"]
    for name in ("Told", "ToldText", "Said", "Cited"):
        del definitions[name]
    definitions["Brief"]["properties"] |= {
        "headline": STRING,
        "headline_evidence": {"type": "array", "items": {"$ref": "#/$defs/Evidence"}},
        "summary": STRING | {"description": "empty where the source has no sentence that the developments lack"},
        "summary_evidence": {"type": "array", "items": {"$ref": "#/$defs/Evidence"}},
    }
    definitions["Dateline"]["properties"]["text"] = LINES | {"description": "the lines as printed"}
    definitions["Edition"]["properties"]["language"] = STRING | {"description": "BCP 47, as in `fr-CA`"}
    for definition in definitions.values():
        definition["required"] = sorted(definition["properties"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An edition of briefing",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _noun(noun: Any, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - the type of any noun
    if noun.__name__ not in definitions:
        definitions[noun.__name__] = {}
        definitions[noun.__name__] = {
            "type": "object",
            "description": str(noun.__doc__).strip().split("\n", maxsplit=1)[0],
            "additionalProperties": False,
            "properties": {name: _type(hint, definitions) for name, hint in get_type_hints(noun).items()},
        }
    return {"$ref": f"#/$defs/{noun.__name__}"}


def _type(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - any type of a noun's field
    origin = get_origin(hint)
    if origin is Literal:
        return {"enum": list(get_args(hint))}
    if origin is tuple:
        return {"type": "array", "items": _type(get_args(hint)[0], definitions)}
    if origin in (Union, types.UnionType):
        arms = [_type(arm, definitions) for arm in get_args(hint) if arm is not type(None)]
        return {"anyOf": [*arms, {"type": "null"}]}
    return _noun(hint, definitions) if is_dataclass(hint) else dict(SIMPLE[hint])
