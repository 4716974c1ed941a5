"""How the weights of `briefing/wire/weights.py` are learnt, and what they are worth on pages that they never saw.

python benchmarks/learn.py [FOLDER] [--write]

FOLDER as for extract.py. A passage that holds text that must be there is a good example, one that holds text that must
not, or a reader's comment, a bad one; all others say nothing. A logistic regression with a ridge, over the evidence
brought to one scale. The figure is cross-validated: each tenth of the pages is read with weights learnt from the other
nine. `--write` learns from all of them and writes the weights.
"""

from __future__ import annotations

import math
import random
import sys
import tarfile
import tempfile
from collections import Counter
from operator import mul
from pathlib import Path
from typing import TYPE_CHECKING

import extract

from briefing.wire import choice, weights
from briefing.wire.article import known_of, tree_of
from briefing.wire.charset import decode

if TYPE_CHECKING:
    from briefing.wire.evidence import Evidence
    from briefing.wire.passages import Passage

RIDGE = 10.0  # against the sum of all examples' losses
ROUNDS = 400
FOLDS = 10
Weighed = tuple["list[Passage]", "list[Evidence]"]


def weighed(page: extract.Labelled) -> Weighed:
    """Give a page's passages and evidence as `read_page` sees them."""
    tree = tree_of(decode(page.body))
    if tree is None:
        return [], []
    return choice.weighed(tree, known_of(tree, url=page.url)[1])


def examples(page: extract.Labelled, known: Weighed) -> list[tuple[Evidence, int]]:
    """Give the passages that a page's labels speak of."""
    told = []
    for passage, row in zip(*known, strict=True):
        good = any(part in passage.text for part in page.wanted)
        bad = any(part in passage.text for part in page.unwanted + page.comments)
        if good != bad:
            told.append((row, int(good)))
    return told


def learnt(told: list[tuple[Evidence, int]]) -> tuple[float, dict[str, float]]:
    """Give bias and weights: Nesterov's descent, in plain Python, the same on every machine."""
    names = sorted(told[0][0])
    columns = [[row[name] for row, _ in told] for name in names]
    middles = [math.fsum(column) / len(told) for column in columns]
    spreads = [
        math.sqrt(math.fsum((value - middle) ** 2 for value in column) / len(told)) or 1.0
        for column, middle in zip(columns, middles, strict=True)
    ]
    scaled = [
        [(value - middle) / spread for value in column]
        for column, middle, spread in zip(columns, middles, spreads, strict=True)
    ]
    scaled.append([1.0] * len(told))
    found = _descended(scaled, [label for _, label in told])
    plain = {name: weight / spread for name, weight, spread in zip(names, found, spreads, strict=False)}
    bias = found[-1] - math.fsum(plain[name] * middle for name, middle in zip(names, middles, strict=True))
    return bias, plain


def _descended(columns: list[list[float]], labels: list[int]) -> list[float]:
    step = 1 / (0.25 * len(labels) * len(columns) / 3 + RIDGE)  # a third of the trace bounds the steepest way here
    now = ahead = [0.0] * len(columns)
    for turn in range(ROUNDS):
        odds = [0.0] * len(labels)
        for weight, column in zip(ahead, columns, strict=True):
            odds = [sum_ + weight * value for sum_, value in zip(odds, column, strict=True)]
        errors = [1 / (1 + math.exp(-odd)) - label for odd, label in zip(odds, labels, strict=True)]
        slopes = [sum(map(mul, column, errors)) + RIDGE * weight for column, weight in zip(columns, ahead, strict=True)]
        slopes[-1] -= RIDGE * ahead[-1]  # the bias bears no ridge
        then = [weight - step * slope for weight, slope in zip(ahead, slopes, strict=True)]
        ahead = [new + turn / (turn + 3) * (new - old) for new, old in zip(then, now, strict=True)]
        now = then
    return now


def cross_validated(pages: list[extract.Labelled], known: list[Weighed]) -> Counter[str]:
    """Count right and wrong decisions on pages whose labels the weights never saw."""
    told = [examples(page, its) for page, its in zip(pages, known, strict=True)]
    order = list(range(len(pages)))
    random.Random(2025).shuffle(order)
    total: Counter[str] = Counter()
    for fold in range(FOLDS):
        unseen = set(order[fold::FOLDS])
        bias, found = learnt([one for number in order if number not in unseen for one in told[number]])
        for number in unseen:
            passages, rows = known[number]
            scores = [bias + sum(found[name] * value for name, value in row.items()) for row in rows]
            taken = choice.taken(passages, scores)
            total.update(extract.counted(pages[number], "\n".join(block.text for block in taken)))
    return total


def write(bias: float, found: dict[str, float]) -> None:
    """Write the weights as a table."""
    path = Path(weights.__file__)
    head = path.read_text(encoding="utf-8").partition("BIAS")[0]
    rows = "".join(f'    "{name}": {weight:.4f},\n' for name, weight in sorted(found.items()))
    path.write_text(f"{head}BIAS = {bias:.4f}\nWEIGHTS = {{\n{rows}}}\n", encoding="utf-8")


def main() -> None:
    """Cross-validate, and where it is asked for write."""
    words = [word for word in sys.argv[1:] if word != "--write"]
    archive = Path(words[0] if words else "../shared/eval") / extract.ARCHIVE
    if not archive.is_file():
        print(f"{archive} is not there: name the folder that holds {extract.ARCHIVE} as argument")
        return
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
        pages = list(extract.labelled_pages(Path(folder)))
    known = [weighed(page) for page in pages]
    count = cross_validated(pages, known)
    precision, recall = count["tp"] / (count["tp"] + count["fp"]), count["tp"] / (count["tp"] + count["fn"])
    print(f"cross-validated over {len(pages)} pages: precision {precision:.3f}, recall {recall:.3f}, ", end="")
    print(f"F1 {2 * precision * recall / (precision + recall):.3f}")
    if "--write" in sys.argv:
        write(*learnt([one for page, its in zip(pages, known, strict=True) for one in examples(page, its)]))


if __name__ == "__main__":
    main()
