"""An edition keeps to the length that was asked for, and every file of it tells the same."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from press_editions import briefs

from briefing.desk.fitting import FORMS, HEAD, fit, told_words, whole_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

TOLD = briefs()
LENGTHS = {
    "leaf": ("length: 1 page", 1),
    "sheet": ("length: 2 pages", 2),
    "pocket": ("length: 3 pages\n    paper: a5", 3),
    "reader": ("length: 5 pages\n    paper: ereader", 5),
}


@given(st.integers(0, 3000), st.integers(0, len(TOLD)))
def test_no_story_is_told_at_more_length_than_one_before_it(words: int, count: int) -> None:
    cut = fit(TOLD[:count], words)
    places = [FORMS.index(story.form) for story in cut]
    assert places == sorted(places)
    assert [story.id for story in cut] == [story.id for story in TOLD[: len(cut)]]


@given(st.integers(0, 3000))
def test_a_cut_edition_keeps_within_its_words_but_always_has_its_first_story(words: int) -> None:
    cut = fit(TOLD, words)
    assert len(cut) == 1 or sum(told_words(story) + HEAD for story in cut) <= words
    assert cut


def test_where_there_is_room_nothing_is_cut() -> None:
    assert fit(TOLD, whole_words(TOLD)) == TOLD
    assert fit(TOLD, whole_words(TOLD) - 1) != TOLD


def test_more_room_never_tells_fewer_stories() -> None:
    counts = [len(fit(TOLD, words)) for words in range(200, whole_words(TOLD), 7)]
    assert counts == sorted(counts)


def test_a_story_in_brief_keeps_one_sentence() -> None:
    story = replace(TOLD[0], since_yesterday=())
    brief = fit((TOLD[0], TOLD[1], story), whole_words(TOLD[:1]) + 100)[-1]
    assert brief.form == "brief"
    assert len(brief.since_yesterday) + len(brief.key_developments) + (brief.summary is not None) == 1
    assert not brief.open_questions


@pytest.mark.parametrize("audience", LENGTHS)
def test_an_edition_fills_no_more_pages_than_were_asked_for(audience: str, workspace: Path, briefing: Run) -> None:
    config = workspace / "demo" / "feeds.yaml"
    asked, pages = LENGTHS[audience]
    config.write_text(f"{config.read_text()}\n  {audience}:\n    extends: morning\n    {asked}\n")
    code, _, error = briefing(
        "build", "--date", "2025-12-06", "--audience", audience, "--no-collect", "--config", config
    )
    assert (code, error) == (0, "")
    out = config.parent / "out" / "2025-12-06"
    data = json.loads((out / f"{audience}.json").read_text())
    with pikepdf.open(out / f"{audience}.pdf") as pdf:
        assert pages - 1 <= len(pdf.pages) <= pages
    told = [story["id"] for section in data["sections"] for story in section["stories"]]
    printed = re.findall(r'<article class="[^"]*" id="([^"]+)"', (out / f"{audience}.html").read_text())
    assert printed == told
    assert data["colophon"]["counts"]["printed"] == len(told)
    assert any(one["why"].startswith("no room in") for one in data["left_out"])
    assert briefing("verify", "2025-12-06", "--audience", audience, "--config", config)[0] == 0


def test_a_reading_time_needs_no_press(workspace: Path, briefing: Run) -> None:
    config = workspace / "demo" / "feeds.yaml"
    config.write_text(
        f"{config.read_text()}\n  quick:\n    extends: morning\n    length: 2 minutes\n    formats: [html]\n"
    )
    assert briefing("build", "--date", "2025-12-06", "--audience", "quick", "--no-collect", "--config", config)[0] == 0
    data = json.loads((config.parent / "out" / "2025-12-06" / "quick.json").read_text())
    assert data["extent"] == {"asked": {"amount": 2, "unit": "minutes"}, "words": 460}
    assert briefing("verify", "2025-12-06", "--audience", "quick", "--config", config)[0] == 0
