from __future__ import annotations

import os
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
WRITE = os.environ.get("BRIEFING_GOLDEN") == "write"


@pytest.mark.parametrize("day", ["2025-12-06", "2025-12-07"])
def test_a_golden_day_becomes_the_edition_that_it_became(sample_editions: Path, day: str) -> None:
    made = (sample_editions / day / "morning.json").read_text(encoding="utf-8")
    kept = GOLDEN / f"{day}.json"
    if WRITE:
        kept.write_text(made, encoding="utf-8")
    assert made == kept.read_text(encoding="utf-8")
