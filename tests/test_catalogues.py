"""Every word that pages print, in every language that ships."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefing.press.words import KINDS, languages, words_for

if TYPE_CHECKING:
    from babel.messages.catalog import Message

TOP = Path(__file__).parent.parent
SLOT = re.compile(r"\{\w+\}")


def _script() -> Any:
    spec = importlib.util.spec_from_file_location("catalogues", TOP / "scripts" / "catalogues.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CATALOGUES = _script()


def forms(message: Message) -> tuple[list[str], list[str]]:
    """Give the English forms and those of the language."""
    ids = [message.id] if isinstance(message.id, str) else list(message.id)
    return ids, [message.string] if isinstance(message.string, str) else list(message.string or ())


@pytest.mark.parametrize("path", CATALOGUES.paths(), ids=lambda path: path.parent.parent.name)
def test_a_catalogue_has_every_phrase_with_its_slots_and_is_compiled(path: Path) -> None:
    catalogue = CATALOGUES.brought_up_to_date(path)
    assert CATALOGUES.missing(catalogue) == []
    assert path.read_bytes() == CATALOGUES.written(catalogue)
    assert path.with_suffix(".mo").read_bytes() == CATALOGUES.compiled(catalogue)
    for message in catalogue:
        if message.id:
            english, told = forms(message)
            for text in told:
                assert set(SLOT.findall(text)) == set(SLOT.findall(english[-1])), message.id


def test_the_phrases_of_templates_and_of_the_press_are_gathered() -> None:
    found = {forms(message)[0][0] for message in CATALOGUES.phrases() if message.id}
    assert {
        "Key developments",
        "Open questions",
        "Since yesterday",
        "{n} story",
        "{n} outlets report it",
        *KINDS,
    } <= found
    assert len(found) > 80


def test_a_number_takes_the_form_of_its_language() -> None:
    english, french = words_for("en_CA"), words_for("fr-CA")
    assert [english.count("{n} story", "{n} stories", n) for n in (0, 1, 2)] == ["0 stories", "1 story", "2 stories"]
    assert [french.count("{n} story", "{n} stories", n) for n in (0, 1, 2)] == ["0 sujet", "1 sujet", "2 sujets"]


def test_a_language_without_a_catalogue_speaks_english_and_an_empty_phrase_stays_empty() -> None:
    assert languages() == ("en", "fr")
    assert words_for("xx_XX")("Key developments") == "Key developments"
    assert words_for("fr")("") == ""
