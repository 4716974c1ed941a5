"""Where sentences end: how fast it is told, and how well against treebanks.

    python benchmarks/sentences.py                      # speed, and our own hard cases in tests/sentences
    python benchmarks/sentences.py FOLDER               # also boundary F1 on FOLDER's *.conllu (GUM, EWT, any treebank)

A treebank's text is put together again from its sentences (`# text`, SpaceAfter=No, `# newpar`, `# newdoc`) and split,
once with its paragraphs as lines and once flat. A boundary is right where it stands behind the same character.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.desk.boundaries import split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

CASES = Path(__file__).parents[1] / "tests" / "sentences"
DOCS = Path(__file__).parents[1] / "docs"
MARK = "⏎"
LINE = "\n"
MEGABYTES = 8


def main(folders: list[str]) -> None:
    """Print what is measured."""
    lines = [line for path in sorted(CASES.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    wrong = [line for line in lines if not right(line)]
    print(f"hard cases: {len(lines) - len(wrong)} of {len(lines)} exact")
    prose = [
        " ".join(part.split()) for path in sorted(DOCS.glob("*.md")) for part in path.read_text("utf-8").split("\n\n")
    ]
    print(f"speed: {speed(prose):.1f} MB/s on the paragraphs of our own docs")
    print(f"speed: {speed([line.replace(MARK, '') for line in lines]):.1f} MB/s on the hard cases, one a line")
    for folder in folders:
        for path in sorted(Path(folder).rglob("*.conllu")):
            told = list(documents(path))
            pace = speed(["".join(" " * (before != "") + said for before, said in document) for document in told])
            print(
                f"{path.name}: F1 {score(told, LINE):.2f} with paragraphs, {score(told, ' '):.2f} flat; {pace:.1f} MB/s"
            )


def right(line: str) -> bool:
    """Tell whether a hard case is split as it is marked."""
    text = line.replace(MARK, "")
    return [text[start:end] for start, end in split(text)] == [part.strip() for part in line.split(MARK)]


def speed(lines: Sequence[str]) -> float:
    """Give megabytes (UTF-8) a second of processor time, line by line."""
    size = sum(len(line.encode()) for line in lines)
    rounds = max(1, MEGABYTES * 1_000_000 // size)
    began = time.process_time()
    for _ in range(rounds):
        for line in lines:
            split(line)
    return rounds * size / 1e6 / (time.process_time() - began)


def documents(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Give each document's sentences with what stands before: "" (nothing), " ", or "¶" where a paragraph begins."""
    told: list[tuple[str, str]] = []
    opening, glued, last = "¶", False, ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# newdoc") and told:
            yield told
            told, opening = [], "¶"
        elif line.startswith("# newpar"):
            opening = "¶"
        elif line.startswith("# text = "):
            told.append((opening or ("" if glued else " "), line.removeprefix("# text = ")))
            opening = ""
        elif line[:1].isdigit():
            last = line
        elif not line:
            glued = "SpaceAfter=No" in last
    if told:
        yield told


def score(told: Iterable[list[tuple[str, str]]], paragraph: str) -> float:
    """Give the F1 of boundaries, in per cent, counted behind characters that are no spaces."""
    hit = ours = theirs = 0
    for document in told:
        text = "".join((paragraph if before == "¶" else before) + said for before, said in document)
        gold, place = set[int](), 0
        for _, said in document:
            place += _solid(said)
            gold.add(place)
        found, place, done = set[int](), 0, 0
        for _, end in split(text):
            place, done = place + _solid(text[done:end]), end
            found.add(place)
        hit, ours, theirs = hit + len(gold & found), ours + len(found), theirs + len(gold)
    return 200 * hit / max(1, ours + theirs)


def _solid(text: str) -> int:
    return sum(not character.isspace() for character in text)


if __name__ == "__main__":
    main(sys.argv[1:])
