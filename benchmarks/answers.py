"""Whether a standing question is known again in other words, and what answers it from what does not.

Over our own labelled set, half of which nobody tuned anything on: `python benchmarks/answers.py [--wrong HALF]`.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections import Counter
from pathlib import Path
from typing import Any

from briefing.desk.standing.asked import asked, same
from briefing.desk.standing.settling import verdict

LABELLED = Path(__file__).parent.parent / "tests" / "quality" / "answers.jsonl"
FLOOR = 0.95  # precision of "answered", and of "the same question", below which this fails


def lines() -> list[dict[str, Any]]:
    """Read the labelled set."""
    return [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]


def given(line: dict[str, Any]) -> str:
    """Say what a labelled sentence does to its question."""
    first, published = (dt.date.fromisoformat(line[name]) for name in ("asked", "published"))
    question = asked(line["question"], line["language"], first)
    return verdict(question, line["text"], line["language"], published=published, since=first, of_story=True)


def taken_for_one(line: dict[str, Any]) -> bool:
    """Tell whether two labelled questions are taken for one."""
    day = dt.date(2025, 12, 1)
    left = asked(line["left"], line["left_language"], day)
    right = asked(line["right"], line["right_language"], day)
    return same(left, right, of_one_story=line["of_one_story"])


def scored(pairs: list[tuple[bool, bool]]) -> tuple[float, float]:
    """Give precision and recall of (labelled, found) pairs."""
    counts = Counter(pairs)
    hit, wrong, missed = counts[True, True], counts[False, True], counts[True, False]
    return round(hit / max(1, hit + wrong), 3), round(hit / max(1, hit + missed), 3)


def measured(half: str) -> dict[str, tuple[float, float]]:
    """Give precision and recall of one half of the labelled set, by what is told."""
    of = [line for line in lines() if line["half"] == half]
    texts, pairs = [one for one in of if "gives" in one], [one for one in of if "same" in one]
    found = {
        name: scored([(one["gives"] == name, given(one) == name) for one in texts])
        for name in ("answered", "new", "nothing")
    }
    return found | {"the same question": scored([(one["same"], taken_for_one(one)) for one in pairs])}


def main() -> int:
    """Print the figures; fail where what was promised is not kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", metavar="HALF", default="", help="also print what is told wrongly of this half")
    wrong = parser.parse_args().wrong
    low = False
    for half in ("development", "test"):
        for name, (precision, recall) in measured(half).items():
            print(f"{half:12} {name:18} precision {precision:.3f}  recall {recall:.3f}")
            low |= name in ("answered", "the same question") and precision < FLOOR
    for line in lines() if wrong else ():
        told = str(given(line)) if "gives" in line else taken_for_one(line)
        if line["half"] == wrong and told != line.get("gives", line.get("same")):
            print(line["id"], told, {k: v for k, v in line.items() if k not in ("id", "half", "asked", "published")})
    return int(low)


if __name__ == "__main__":
    raise SystemExit(main())
