"""feeds.yaml, read and validated: every mistake at once, in plain words, each with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.config import crosschecks
from briefing.config.document import read
from briefing.config.mistakes import Mistake, told
from briefing.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path as File

    from briefing.config.document import Document
    from briefing.config.forms import RootForm
    from briefing.config.settings import Settings


def load(path: File, environ: Mapping[str, str]) -> Settings:
    """Read a feeds.yaml. Raises ConfigError with every mistake; a missing `${NAME}` is none here."""
    return understood(text_of(path), path, environ)[0]


def understood(text: str, path: File, environ: Mapping[str, str]) -> tuple[Settings, Document]:
    """Give the settings that a text means, and the text as plain values with their lines. Raises ConfigError."""
    document = read(text)
    mistakes, form = [*document.mistakes], None
    if isinstance(document.value, dict):
        form, found = _validated(document)
        mistakes += [*found, *crosschecks.mistakes(document)]
    elif not mistakes:
        what = "is empty" if document.value is None else "must be a mapping: lines such as `feeds:`"
        mistakes.append(Mistake(line=1, what=f"{what}; `briefing init DIR` writes one to begin with"))
    if mistakes or form is None:
        raise ConfigError(told(mistakes, str(path)))
    from briefing.config.resolving import resolve  # noqa: PLC0415 - stands on pydantic's forms

    return resolve(form, document, path, home=environ.get("HOME", "")), document


def text_of(path: File) -> str:
    """Give what a file says. Raises ConfigError."""
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


def _validated(document: Document) -> tuple[RootForm | None, list[Mistake]]:
    from pydantic import ValidationError  # noqa: PLC0415 - slow to import; needed only where a file is read

    from briefing.config import words  # noqa: PLC0415 - likewise
    from briefing.config.forms import RootForm  # noqa: PLC0415 - likewise

    try:
        return RootForm.model_validate(document.value), []
    except ValidationError as error:
        return None, words.mistakes(error, document)
