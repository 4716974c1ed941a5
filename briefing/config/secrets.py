"""`${NAME}`: where it stands, what is missing, and its value from the environment. No message ever shows a value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.config.mistakes import Mistake, told, where
from briefing.config.settings import Secret
from briefing.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.config.document import Document, Path, Value
    from briefing.config.settings import Settings

VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")


def secrets_of(document: Document) -> tuple[Secret, ...]:
    """Find every `${NAME}` of a file with its line."""
    return tuple(
        Secret(name=name, line=document.line(path), where=where(path, document) or f"`{path[-1]}`")
        for path, text in _texts(document.value, ())
        for name in VARIABLE.findall(text)
    )


def missing_secrets(settings: Settings, environ: Mapping[str, str]) -> tuple[str, ...]:
    """Say which variables are not set, each with its line."""
    missing = [secret for secret in settings.secrets if secret.name not in environ]
    return told(
        (Mistake(line=secret.line, where=secret.where, what=_unset(secret.name)) for secret in missing),
        str(settings.path),
    )


def fill(text: str, environ: Mapping[str, str]) -> str:
    """Replace every `${NAME}`. Raises ConfigError naming the variable that is not set."""
    missing = [name for name in VARIABLE.findall(text) if name not in environ]
    if missing:
        raise ConfigError(tuple(_unset(name) for name in dict.fromkeys(missing)))
    return VARIABLE.sub(lambda match: environ[match[1]], text)


def _unset(name: str) -> str:
    return f"${{{name}}} is not set in the environment: `export {name}=…` before this command"


def _texts(value: Value, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(item, (*path, number))
