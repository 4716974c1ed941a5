"""feeds.yaml, read and validated: every mistake at once, in plain words, each with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.config import crosschecks
from briefing.config.document import Document, read
from briefing.config.mistakes import Mistake, shown_address, told, unknown_key
from briefing.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path as File

    from briefing.config.document import Path
    from briefing.config.settings import Settings

KINDS = {
    "list_type": "a list",
    "string_type": "a text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "model_type": "a mapping (indented lines `key: value`)",
    "model_attributes_type": "a mapping (indented lines `key: value`)",
    "dict_type": "a mapping (indented lines `key: value`)",
}
BOUNDS = {
    "greater_than": ("above", "gt"),
    "greater_than_equal": ("at least", "ge"),
    "less_than": ("below", "lt"),
    "less_than_equal": ("at most", "le"),
}
TAGS = frozenset({"‹text›", "‹mapping›", "‹list›", "[key]"})


def load(path: File, environ: Mapping[str, str]) -> Settings:
    """Read a feeds.yaml. Raises ConfigError with every mistake; a missing `${NAME}` is none here."""
    del environ  # secrets are filled in where they are used: see `secrets`
    document = read(_text(path))
    mistakes = [*document.mistakes]
    form = None
    if not mistakes and not isinstance(document.value, dict):
        what = "is empty" if document.value is None else "must be a mapping: lines such as `feeds:`"
        mistakes.append(Mistake(line=1, what=f"{what}; `briefing init DIR` writes one to begin with"))
    if not mistakes:
        form, found = _validated(document)
        mistakes += [*found, *crosschecks.mistakes(document)]
    if mistakes or form is None:
        raise ConfigError(told(mistakes, str(path)))
    from briefing.config.resolving import resolve  # noqa: PLC0415 - stands on pydantic's forms

    return resolve(form, document, path)


def _text(path: File) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        advice = "`briefing init` writes one here, or name one with --config FILE"
        raise ConfigError((f"{path}: no such file: {advice}",)) from None
    except IsADirectoryError:
        raise ConfigError((f"{path}: is a folder: name the file in it",)) from None
    except OSError as error:
        raise ConfigError((f"{path}: cannot be read: {error.strerror}",)) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ConfigError((f"{path}:{line}: is not UTF-8: save it as UTF-8",)) from None


def _validated(document: Document) -> tuple[Any, list[Mistake]]:
    from pydantic import ValidationError  # noqa: PLC0415 - slow to import; needed only where a file is read

    from briefing.config.forms import RootForm  # noqa: PLC0415 - likewise

    try:
        return RootForm.model_validate(document.value), []
    except ValidationError as error:
        return None, [_mistake(document, dict(item)) for item in error.errors()]


def _mistake(document: Document, error: dict[str, Any]) -> Mistake:
    location: Path = tuple(step for step in error["loc"] if step not in TAGS)
    key = str(location[-1]) if location else ""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        what = unknown_key(key, _known(location))
    elif kind == "missing" and key == "feeds":
        what = "no feeds: write `feeds:` and below it a line `  - https://feeds.example.org/world.xml`"
    else:
        what = (
            f"{key}: {_what(kind, context)}{_example(location)}"
            if isinstance(location[-1], str)
            else _what(kind, context)
        )
    return Mistake(line=document.line(location), where=where(document, location), what=what)


def _what(kind: str, context: dict[str, Any]) -> str:
    if kind == "unfit":
        return str(context["why"])
    if kind in KINDS:
        return f"must be {KINDS[kind]}"
    if kind in BOUNDS:
        words, name = BOUNDS[kind]
        return f"must be {words} {context[name]:g}"
    return {
        "missing": "is missing",
        "literal_error": f"must be one of {context.get('expected', '')}".replace("'", "").replace(" or ", ", "),
        "too_short": "must not be empty",
        "string_too_short": "must not be empty",
        "string_too_long": f"must be at most {context.get('max_length')} characters",
        "too_long": f"must have at most {context.get('max_length')} items",
    }.get(kind, "cannot be read as it is written")


def where(document: Document, location: Path) -> str:
    """Name the part of the file that a location is in."""
    if len(location) > 1 and location[0] == "feeds" and isinstance(location[1], int):
        feed = document.at(document.path(location[:2]))
        url = feed.get("url") if isinstance(feed, dict) else feed
        address = shown_address(url) if isinstance(url, str) else ""
        return f"feed {location[1] + 1}" + (f" ({address})" if address else "")
    if len(location) > 1 and location[0] == "audiences":
        return f"audience '{location[1]}'"
    return str(location[0]) if len(location) > 1 else ""


def _known(location: Path) -> Iterable[str]:
    """Name the keys that may stand beside an unknown one."""
    fields = _fields(location[:-1])
    return [field.alias or name for name, field in fields.items()]


def _example(location: Path) -> str:
    field = _fields(location[:-1]).get(str(location[-1]))
    examples = getattr(field, "examples", None) or []
    return (
        f", such as `{location[-1]}: {str(examples[0]).lower() if isinstance(examples[0], bool) else examples[0]}`"
        if examples
        else ""
    )


def _fields(location: Path) -> dict[str, Any]:
    """Give the fields of the form at a location."""
    from briefing.config import forms  # noqa: PLC0415 - stands on pydantic

    named = [step for step in location if isinstance(step, str)]
    if not named:
        return dict(forms.RootForm.model_fields)
    if named[-1] in ("feeds", "audiences") or (len(named) == 2 and named[0] == "audiences"):  # noqa: PLR2004 - the audience's name
        return dict((forms.FeedForm if named[-1] == "feeds" else forms.AudienceForm).model_fields)
    by_name = {
        "fetch": forms.FetchForm,
        "weather": forms.WeatherForm,
        "place": forms.PlaceForm,
        "email": forms.EmailForm,
        "summarizer": forms.SummarizerForm,
        "webhook": forms.WebhookForm,
        "folder": forms.FolderForm,
    }
    form: Any = by_name.get(named[-1])
    return dict(form.model_fields) if form else {}
