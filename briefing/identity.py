"""Names for what was said, the same in every process and for ever; and the nouns as plain data, there and back.

A digest is BLAKE2b (RFC 7693) with 160 bits over canonical JSON. A field that has its default, or is required and
empty (None, "", ()), does not count, so that a noun may gain a field without renaming what was said before.
"""

from __future__ import annotations

import datetime as dt
import types
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import orjson
import zstandard

from briefing.model import Version

if TYPE_CHECKING:
    from briefing.model import Entry

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
Noun = TypeVar("Noun")

DIGEST_BYTES = 20
_COMPRESSOR, _DECOMPRESSOR = zstandard.ZstdCompressor(level=1), zstandard.ZstdDecompressor()


def digest(value: object) -> str:
    """Give the name of a noun, or of plain data: 40 hexadecimal digits."""
    return digest_of_bytes(canonical(value))


def digest_of_bytes(body: bytes) -> str:
    """Give the name of a body as it stands."""
    return blake2b(body, digest_size=DIGEST_BYTES).hexdigest()


def canonical(value: object) -> bytes:
    """Write a noun as the bytes that are hashed and stored: sorted keys, no spaces, what does not count left out."""
    return orjson.dumps(plain(value), option=orjson.OPT_SORT_KEYS)


def lasting_name(entry: Entry) -> str:
    """Name an entry over all its versions."""
    return digest_of_bytes(orjson.dumps([entry.feed, entry.identity]))


def version(entry: Entry) -> Version:
    """Make an entry ready to be kept."""
    body = canonical(entry)
    return Version(
        digest=digest_of_bytes(body),
        identity=lasting_name(entry),
        place=place(entry.link),
        published=entry.published,
        body=pack(body),
    )


def pack(body: bytes) -> bytes:
    """Compress what is kept (Zstandard, RFC 8878)."""
    return _COMPRESSOR.compress(body)


def unpack(body: bytes) -> bytes:
    """Bring back what was kept."""
    return _DECOMPRESSOR.decompress(body)


def place(link: str) -> int:
    """Give the number of a link: 63 bits of its digest, 0 for no link."""
    return int.from_bytes(blake2b(link.encode(), digest_size=8).digest(), "big") >> 1 if link else 0


def plain(value: object, *, keep_empty: bool = False) -> Plain:
    """Turn a noun into JSON's types; moments become ISO 8601 with Z. `keep_empty` keeps every field."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple | list):
        return [item if type(item) is str else plain(item, keep_empty=keep_empty) for item in value]
    shape = _shape(cast("Any", type(value)))
    if shape is not None:
        found: dict[str, Plain] = {}
        for name, default in shape:
            item = getattr(value, name)
            if keep_empty or not (item == default or (default is MISSING and _empty(item))):
                found[name] = item if type(item) is str else plain(item, keep_empty=keep_empty)
        return found
    if isinstance(value, dt.datetime):
        return moment(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): plain(item, keep_empty=keep_empty) for key, item in value.items()}
    raise TypeError(f"{type(value).__name__} has no plain form")


def moment(value: dt.datetime) -> str:
    """Write an aware moment as ISO 8601 in UTC, with Z: microseconds only where there are any."""
    if value.tzinfo is None:
        raise ValueError("a moment needs a zone")
    return value.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")


def restore(noun: type[Noun], data: Plain) -> Noun:
    """Make a noun from its plain form; fields that are missing take their defaults or are empty."""
    if not isinstance(data, dict):
        raise TypeError(f"{noun.__name__} is made from a mapping, not {type(data).__name__}")
    defaults = _defaults(cast("Any", noun))
    hints = (
        (name, hint) for name, hint in _hints(cast("Any", noun)).items() if name in data or defaults[name] is MISSING
    )
    return noun(**{name: _restored(hint, data.get(name)) for name, hint in hints})


def _restored(hint: Any, data: Plain) -> Any:  # noqa: ANN401, PLR0911 - the hint decides, at run time
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        if data is None:
            return None
        return _restored(next(arm for arm in get_args(hint) if arm is not type(None)), data)
    if origin is Literal:
        return "" if data is None else data
    if origin is tuple:
        arms = get_args(hint)
        items = data if isinstance(data, list) else []
        if len(arms) == 2 and arms[1] is ...:  # noqa: PLR2004 - tuple[X, ...]
            return tuple(_restored(arms[0], item) for item in items)
        return tuple(_restored(arm, item) for arm, item in zip(arms, items, strict=True))
    if is_dataclass(hint):
        return restore(cast("type[Any]", hint), data if data is not None else {})
    if hint is dt.datetime:
        return dt.datetime.fromisoformat(str(data)).astimezone(dt.UTC)
    if hint is dt.date:
        return dt.date.fromisoformat(str(data))
    return hint() if data is None else hint(data)


def _empty(value: object) -> bool:
    return value is None or value in ("", ())


@cache
def _shape(kind: Any) -> tuple[tuple[str, object], ...] | None:  # noqa: ANN401 - any type at all
    """Give a noun's fields with their defaults, in order; None for what is no noun."""
    return tuple(_defaults(cast("Any", kind)).items()) if is_dataclass(kind) else None


@cache
def _defaults(noun: Any) -> dict[str, object]:  # noqa: ANN401 - the type of any noun
    return {field.name: field.default for field in fields(noun)}


@cache
def _hints(noun: Any) -> dict[str, Any]:  # noqa: ANN401 - the type of any noun
    return get_type_hints(noun)
