"""The text of feeds.yaml as plain values, with the line of each: YAML 1.2, bounded, every syntax mistake in plain words.

What does not belong here: what any key means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from briefing.config.mistakes import HARMLESS_KEY, Mistake

if TYPE_CHECKING:
    from collections.abc import Iterator

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"
Path: TypeAlias = tuple[str | int, ...]

MOST_CHARACTERS = 4_000_000  # ten thousand feeds, and as much again in comments
MOST_VALUES = 200_000
DEEPEST = 40
HALF = re.compile(r"[\ud800-\udfff]")
PLAIN = "tag:yaml.org,2002:"
PLAIN_SCALARS = {"str", "int", "float", "bool", "null", "timestamp", "merge", "value"}

# What ruamel.yaml says, and what a person can do about it; the first that matches speaks.
HINTS = (
    (r"'\\t'", "a tab: YAML is indented with spaces; put spaces in its place"),
    (
        r"mapping values are not allowed",
        "a ':' where none can stand: check the indentation, and quote a text with ': '",
    ),
    (r"could not find expected ':'", "a key without its ':': write `key: value`"),
    (r"expected ',' or ']'", "a '[' that is not closed, or a ',' missing in the list"),
    (r"expected ',' or '}'", "a '{' that is not closed, or a ',' missing in the mapping"),
    (r"unexpected end of stream|unexpected document separator", "a quotation mark that is not closed"),
    (r"expected <block end>", "the indentation does not line up with the lines above"),
    (
        r"undefined alias|alphabetic or numeric",
        "a text that begins with '*' or '&' needs quotes, such as \"*.example.org\"",
    ),
    (r"cannot start any token", "a text that begins with a sign such as @, % or ` needs quotes"),
    (r"another document", "a second document: feeds.yaml is one; remove the line `---`"),
    (r"escape character", "a '\\' in double quotes that YAML does not know: use single quotes"),
    (r"incompatible YAML|directive|tag handle", "a directive or tag that YAML 1.2 does not know: remove it"),
)


@dataclass(slots=True)
class Document:
    """What was written: plain values, and the line (from 1) of every key and list item by its path."""

    value: Value = None
    lines: dict[Path, int] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def path(self, location: Path) -> Path:
        """Follow a location as far as it was written, over steps that are none of the file's."""
        path: Path = ()
        for step in location:
            if (*path, step) in self.lines:
                path = (*path, step)
        return path

    def line(self, location: Path) -> int:
        """Give the line of a location, or of the nearest thing around it."""
        return self.lines.get(self.path(location), 1)

    def at(self, path: Path) -> Value:
        """Give the value at a path that was written, else None."""
        value = self.value
        for step in path:
            if isinstance(value, dict) and isinstance(step, str):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return value


class _TooMuchError(Exception):
    """More than any feeds.yaml needs; the message says of what."""


def read(text: str) -> Document:
    """Read the text; syntax mistakes and duplicate keys are in the document's `mistakes`."""
    document = Document()
    if len(text) > MOST_CHARACTERS:
        document.mistakes.append(
            Mistake(line=1, what=f"longer than {MOST_CHARACTERS:,} characters: not a list of feeds")
        )
        return document
    try:
        node = _compose(text, document)
        if node is not None:
            document.value = _Reader(document).value(node, ())
    except (RecursionError, _TooMuchError) as error:
        cause = str(error) if isinstance(error, _TooMuchError) else f"nested more than {DEEPEST} levels deep"
        document.value = None
        document.mistakes.append(Mistake(line=1, what=f"{cause}: not a list of feeds"))
    return document


def _compose(text: str, document: Document) -> Any:  # noqa: ANN401 - ruamel.yaml's nodes are untyped
    """Parse into ruamel's nodes, of which aliases are shared and not copied."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - imported where a file is read, so that --help stays fast
    from ruamel.yaml.error import MarkedYAMLError, YAMLError  # noqa: PLC0415 - likewise
    from ruamel.yaml.reader import ReaderError  # noqa: PLC0415 - likewise

    yaml = YAML(typ="rt")
    yaml.Scanner = _bounded(yaml.Scanner)
    yaml.composer.warn_double_anchors = False
    try:
        return yaml.compose(text)
    except MarkedYAMLError as error:
        document.mistakes.append(_syntax(error, text))
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        document.mistakes.append(
            Mistake(line=line, what=f"not YAML: a character (#x{error.character:04x}) that no text may hold")
        )
    except (YAMLError, ValueError, KeyError, AssertionError) as error:  # ruamel's own slips on broken input
        document.mistakes.append(Mistake(line=1, what=f"not YAML: {type(error).__name__}"))
    return None


def _bounded(scanner: Any) -> Any:  # noqa: ANN401 - ruamel.yaml's own class
    """Bound the depth of brackets where they are scanned: over thousands of them the scanner takes minutes."""

    class Bounded(scanner):  # type: ignore[misc] # the class is only known once ruamel.yaml is imported
        def fetch_flow_collection_start(self, token: Any, to_push: str) -> None:  # noqa: ANN401 - as above
            if len(self.flow_context) > DEEPEST:
                raise _TooMuchError(f"nested more than {DEEPEST} levels deep")
            super().fetch_flow_collection_start(token, to_push=to_push)

    return Bounded


def _syntax(error: Any, text: str) -> Mistake:  # noqa: ANN401 - ruamel.yaml's errors are untyped
    """Put a parser's complaint into plain words; the text itself is not repeated, for it may hold a secret."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.splitlines()
    around = lines[max(line - 1, 0) : line + 1]
    said = f"{error.context or ''} {error.problem or ''}"
    hint = next((hint for pattern, hint in HINTS if re.search(pattern, said)), "something that is no YAML")
    if any(re.match(r" *\t", each) for each in around):
        hint = HINTS[0][1]
    return Mistake(line=min(line, max(len(lines) - 1, 0)) + 1, what=f"not YAML: column {column + 1}: {hint}")


class _Reader:
    """Turns nodes into plain values, counting them: an alias within an alias cannot grow without end."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.count = 0

    def value(self, node: Any, path: Path) -> Value:  # noqa: ANN401 - ruamel.yaml's nodes are untyped
        """Read one node and all under it."""
        self._count()
        if len(path) > DEEPEST:
            raise _TooMuchError(f"nested more than {DEEPEST} levels deep")
        if node.id == "scalar":
            return self._scalar(node, path)
        self._refuse_tag(node, path)
        if node.id == "sequence":
            return [self._item(item, (*path, number)) for number, item in enumerate(node.value)]
        return {key: self._item(item, (*path, key), line) for key, item, line in self._pairs(node, path)}

    def _count(self) -> None:
        self.count += 1
        if self.count > MOST_VALUES:
            raise _TooMuchError(f"more than {MOST_VALUES:,} values, aliases written out")

    def _item(self, node: Any, path: Path, line: int | None = None) -> Value:  # noqa: ANN401 - as above
        self.document.lines[path] = (node.start_mark.line if line is None else line) + 1
        return self.value(node, path)

    def _pairs(self, node: Any, path: Path) -> Iterator[tuple[str, Any, int]]:  # noqa: ANN401 - as above
        """Give a mapping's own pairs, then what it merges (`<<`) and does not set itself."""
        seen: dict[str, int] = {}
        merged = []
        for key, item in node.value:
            line = key.start_mark.line
            if key.id != "scalar" or HALF.search(key.value):
                self._wrong(line, path, "a key must be a name: no list, mapping or broken character")
            elif key.tag == f"{PLAIN}merge":
                merged.append(item)
            elif key.value in seen:
                self._wrong(line, path, f"{_key(key.value)} is written twice: here and in line {seen[key.value] + 1}")
            else:
                seen[key.value] = line
                yield key.value, item, line
        for item in merged:
            yield from self._merged(item, path, seen)

    def _merged(self, node: Any, path: Path, seen: dict[str, int]) -> Iterator[tuple[str, Any, int]]:  # noqa: ANN401 - as above
        sources = node.value if node.id == "sequence" else [node]
        for source in sources:
            self._count()
            if source.id != "mapping" or len(path) > DEEPEST:
                self._wrong(source.start_mark.line, path, "`<<` merges a mapping, such as `<<: *base`")
                continue
            for key, item, line in self._pairs(source, (*path, "<<")):
                if key not in seen:
                    seen[key] = line
                    yield key, item, line

    def _scalar(self, node: Any, path: Path) -> Value:  # noqa: ANN401 - as above
        self._refuse_tag(node, path)
        if HALF.search(node.value):
            self._wrong(node.start_mark.line, path, "half a character (\\ud800 to \\udfff): write the whole one")
            return HALF.sub("?", node.value)
        tag, text = str(node.tag).removeprefix(PLAIN), str(node.value)
        if node.style == ">":
            text = text.replace("\a", "")  # by which ruamel.yaml marks where the lines were folded
        if tag == "null":
            return None
        if tag == "bool":
            return text.lower() in {"true", "yes", "on"}
        try:
            return _number(tag, text)
        except ValueError:
            return text

    def _refuse_tag(self, node: Any, path: Path) -> None:  # noqa: ANN401 - as above
        if str(node.tag).removeprefix(PLAIN) not in PLAIN_SCALARS | {"seq", "map"}:
            self._wrong(node.start_mark.line, path, "a YAML tag ('!…') has no meaning here: remove it")

    def _wrong(self, line: int, path: Path, what: str) -> None:
        where = f"`{path[-1]}`" if path and HARMLESS_KEY.fullmatch(str(path[-1])) else ""
        self.document.mistakes.append(Mistake(line=line + 1, where=where, what=what))


def _number(tag: str, text: str) -> str | int | float:
    """Read a number as YAML 1.2 means it; any other text stays as it is. Raises ValueError."""
    digits = text.replace("_", "")
    if tag == "int":
        return int(digits, 0) if re.match(r"[-+]?0[xob]", digits) else int(digits)
    if tag == "float":
        return float(re.sub(r"\.(inf|nan)", r"\1", digits, flags=re.IGNORECASE))
    return text


def _key(key: str) -> str:
    return f"`{key}`" if HARMLESS_KEY.fullmatch(key) else "a key"
