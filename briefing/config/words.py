"""What a form refuses, in plain words: where it stands, what is expected, an example, and what was written instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from briefing.config import forms
from briefing.config.mistakes import HARMLESS_KEY, Mistake, did_you_mean, shown, unknown_key, where

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from briefing.config.document import Document, Path, Value

FORMS: dict[str | int, type[forms.Form]] = {
    "place": forms.PlaceForm,
    "weather": forms.WeatherForm,
    "summarizer": forms.SummarizerForm,
    "fetch": forms.FetchForm,
    "folder": forms.FolderForm,
    "email": forms.EmailForm,
    "to": forms.FileForm,
    "webhook": forms.WebhookForm,
}
# Where a value may hold a secret, it is never shown, however wrong it is.
PRIVATE = {"headers", "deliver", "alert", "heartbeat", "archive", "summarizer", "weather", "url", "workers", "contact"}

NO_FEEDS = "no feeds: write `feeds:` and below it a line `  - https://feeds.example.org/world.xml`"
IN_AUDIENCE = 3  # steps to an audience's key: audiences, its name, the key
ITEMS = {  # what an item of each is
    "feeds": "a feed must be an address, such as `- https://feeds.example.org/world.xml`, or a mapping with `url:`",
    "deliver": "a channel must be a mapping, such as `- folder: /srv/briefings`",
    "audiences": "an audience must be a mapping of options, such as `morning: {stories: 12}`",
}

OWN_SUBJECT = re.compile(r"(must|has|is|holds|cannot)\b")  # how a check begins that leaves its subject to us
EXPECTED = (
    (r"int_|int$", "a whole number"),
    (r"float_|finite_number", "a number"),
    (r"bool_", "true or false"),
    (r"string_type|string_sub", "text"),
    (r"list_type|too_short", "a list"),
    (r"model_|dict_|mapping_", "a mapping (keys and values)"),
)


def mistakes(error: ValidationError, document: Document) -> list[Mistake]:
    """Put each of pydantic's complaints into words; several about one value (the ways to write it) become one."""
    first: dict[object, ErrorDetails] = {}
    for each in error.errors(include_url=False):
        first.setdefault((_path(document, each), each["type"] == "missing" and each["loc"][-1]), each)
    return [_mistake(each, document) for each in first.values()]


def _mistake(error: ErrorDetails, document: Document) -> Mistake:
    path = _path(document, error)
    if _no_feeds(error):
        what = NO_FEEDS
    elif error["type"] == "missing":
        key = str(error["loc"][-1])
        what = f"`{key}` is missing{_example(_form(path), key)}"
    elif error["type"] == "extra_forbidden":
        what = _unknown(path)
    elif "[key]" in error["loc"]:
        what = str(error.get("ctx", {}).get("why", "is no name that can be used"))
    else:
        what = _said(path, error, document.at(path))
    inside = error["type"] == "missing" or "[key]" in error["loc"] or isinstance(path[-1], int)
    part = path if inside or (path[:1] == ("audiences",) and len(path) == IN_AUDIENCE - 1) else path[:-1]
    return Mistake(line=document.line(path), where=where(part, document), what=what)


def _no_feeds(error: ErrorDetails) -> bool:
    """Tell whether the list of feeds is missing or empty."""
    return error["loc"] == ("feeds",) and (error["type"] in {"missing", "too_short"} or error["input"] is None)


def _path(document: Document, error: ErrorDetails) -> Path:
    """Give where an error stands in the file, without pydantic's own steps."""
    return document.path(tuple(error["loc"]))


def _form(path: Path) -> type[forms.Form] | None:
    """Give the form that the mapping at a path is held against."""
    match path:
        case ():
            return forms.RootForm
        case ("feeds", int()):
            return forms.FeedForm
        case ("audiences", _):
            return forms.AudienceForm
        case (*_, "deliver", int()):
            return forms.ChannelForm
        case (*_, last):
            return FORMS.get(last)
    return None


def _fields(form: type[forms.Form] | None) -> dict[str, Any]:
    """Give a form's fields by the keys that are written."""
    return {} if form is None else {field.alias or name: field for name, field in form.model_fields.items()}


def _examples(form: type[forms.Form] | None, key: str) -> list[str]:
    field = _fields(form).get(key)
    return [_written(example) for example in (field.examples or [])] if field is not None else []


def _written(example: object) -> str:
    return str(example).lower() if isinstance(example, bool) else str(example)


def _example(form: type[forms.Form] | None, key: str) -> str:
    shown_ways = " or ".join(f"`{key}: {example}`" for example in _examples(form, key))
    return f", such as {shown_ways}" if shown_ways else ""


def _or_mapping(form: type[forms.Form] | None, key: str) -> str:
    """Name the other way to write a value that is a word or a mapping."""
    ways = [example for example in _examples(form, key) if example.startswith("{")]
    return f" or a mapping, such as `{key}: {ways[0]}`" if ways else ""


def _unknown(path: Path) -> str:
    """Tell of an unknown key; one that only stands in the wrong place is sent to its own."""
    key, known = str(path[-1]), _fields(_form(path[:-1]))
    near = unknown_key(key, known)
    if len(path) == 1 and key in _fields(forms.AudienceForm):
        return f"`{key}` belongs to an audience: write it under `audiences:`, in one such as `morning:`"
    if len(path) == IN_AUDIENCE and path[0] == "audiences" and key in _fields(forms.RootForm):
        return f"`{key}` is for all audiences: write it at the top level"
    return near


def _said(path: Path, error: ErrorDetails, value: Value) -> str:
    """Tell what a value must be, with an example from its form."""
    depth = max(at for at, step in enumerate(path) if isinstance(step, str))
    key, items = str(path[depth]), path[depth + 1 :]
    name = f"`{key}`" if HARMLESS_KEY.fullmatch(key) else "a value"
    subject = f"item {int(items[0]) + 1} of {name}" if items else name
    if error["type"] == forms.UNFIT:
        why = str(error["ctx"]["why"])
        return f"{subject} {why}" if key not in ITEMS and OWN_SUBJECT.match(why) else why
    instead = _instead(path, error, value)
    named = len(path) == IN_AUDIENCE - 1 and path[0] == "audiences"
    if item := ITEMS.get("audiences" if named else key if items else ""):
        return f"{item}{instead}"
    form = _form(path[:depth])
    example = "" if items else _or_mapping(form, key) if error["type"] == "literal_error" else _example(form, key)
    return f"{subject} {_expected(error)}{example}{instead}"


def _expected(error: ErrorDetails) -> str:
    """Say what was expected, by the type of pydantic's complaint."""
    kind, about = error["type"], error.get("ctx", {})
    if kind == "literal_error":
        return f"must be {str(about['expected']).replace(chr(39), '').replace('False', 'false')}"
    bounds = {
        "greater_than": "must be more than {gt}",
        "greater_than_equal": "must be at least {ge}",
        "less_than_equal": "must be at most {le}",
        "string_too_long": "must be at most {max_length} characters long",
        "string_too_short": "must not be empty",
        "too_short": "must not be empty",
    }
    if kind in bounds:
        return bounds[kind].format(
            **{name: f"{bound:g}" if isinstance(bound, float) else bound for name, bound in about.items()}
        )
    expected = next((words for pattern, words in EXPECTED if re.match(pattern, kind)), "")
    return f"must be {expected}" if expected else "must be written otherwise"


def _instead(path: Path, error: ErrorDetails, value: Value) -> str:
    """Show what was written, unless a secret may stand there."""
    if error["type"] in {"too_short", "string_too_short"}:
        return ""
    if isinstance(value, dict | list) or value is None:
        return f", not {shown(value)}"
    if PRIVATE & set(path):
        return ""
    choices = re.findall(r"'([^']+)'", str(error.get("ctx", {}).get("expected", "")))
    return f", not {shown(value)}{did_you_mean(str(value), choices)}"
