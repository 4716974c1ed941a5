from __future__ import annotations

import itertools
import runpy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.desk.boundaries import split

CASES = Path(__file__).parent / "sentences"
BENCHMARK = Path(__file__).parents[1] / "benchmarks" / "sentences.py"
MARK = "⏎"
TREEBANK = """# newdoc id = a
# newpar
# text = Halden votes
1	Halden	_	_	_	_	0	_	_	_
2	votes	_	_	_	_	1	_	_	_

# newpar
# text = The U.S. Senate voted.
1	The	_	_	_	_	0	_	_	_
2	.	_	_	_	_	1	_	_	SpaceAfter=No

# text = (It was late.)
1	(	_	_	_	_	0	_	_	_

"""


@pytest.mark.parametrize(
    "line", [line for path in sorted(CASES.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()]
)
def test_a_hard_case_is_split_as_it_is_marked(line: str) -> None:
    text = line.replace(MARK, "")
    assert [text[start:end] for start, end in split(text)] == [part.strip() for part in line.split(MARK)]


PIECES = [
    "Mr.",
    "U.S.",
    "p.m.",
    "Halden",
    "the",
    ".",
    "?",
    "…",
    "”",
    "“",
    " »",
    "\u202f",
    " ",
    "\n",
    "1.",
    "3.5",
    "。",
    ":)",
    "('",
    ")",
]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=60).map("".join))
def test_spans_stand_in_order_and_lose_nothing_but_space(text: str) -> None:
    spans = split(text)
    assert all(start < end for start, end in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


@pytest.mark.parametrize("piece", ["a. ", "A", ". ", "“", "?!", "(", " \u202f»", "a.A", "x.", "1. ", ":)", "\n", "。"])
def test_a_long_line_costs_no_more_a_character_than_a_short_one(piece: str) -> None:
    spans = split(piece * 100_000)  # a rule that looked back or ahead without bound would not end here
    assert len(spans) <= 100_000 * len(piece)


def test_the_benchmark_counts_boundaries_with_paragraphs_and_without(tmp_path: Path) -> None:
    benchmark = runpy.run_path(str(BENCHMARK))
    path = tmp_path / "a.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    told = list(benchmark["documents"](path))
    assert told == [[("¶", "Halden votes"), ("¶", "The U.S. Senate voted."), ("", "(It was late.)")]]
    assert benchmark["score"](told, "\n") == pytest.approx(80)  # "voted.(It" has no space: the one boundary missed
    assert benchmark["score"](told, " ") == pytest.approx(50)
