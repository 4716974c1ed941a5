"""How the weights of `briefing/desk/vet/weights.py` are learnt, and what they are worth on articles that they never saw.

python benchmarks/learn_vet.py [FOLDER] [--write]

FOLDER as for vet.py: faith_*.jsonl.gz holds statements that people judged. A logistic regression with a ridge, over the
evidence brought to one scale. The figures are cross-validated: each tenth of the articles is judged with weights learnt
from the other nine; once for the evidence alone, once with the gate's faults as they count in a score. `--write` learns
from all of them and writes the weights.
"""

from __future__ import annotations

import math
import random
import sys
from dataclasses import dataclass
from operator import mul
from pathlib import Path

import vet as measure

from briefing.desk import vet as gate
from briefing.desk.vet import judge

RIDGE = 10.0  # against the sum of all examples' losses
ROUNDS = 2000
FOLDS = 10
SURE = 0.6  # the chance of being faithful, among the statements that were judged, from which a statement passes
NAMES = ("first", "density", "threes", "pairs")
WEIGHTS = Path(gate.__file__).parent / "weights.py"


@dataclass(frozen=True)
class Example:
    """A judged statement: its article, its evidence, its fault, whether it is word for word, whether it is faithful."""

    article: str
    row: tuple[float, ...]
    fault: str
    verbatim: bool
    faithful: bool


def examples(lines: list[dict[str, str]]) -> list[Example]:
    """Hold each statement against its article; of several sentences the one with the least score speaks."""
    found = []
    for line in lines:
        rows: list[tuple[float, ...]] = []
        kept = judge.evidence

        def noted(*args: object, rows: list[tuple[float, ...]] = rows, kept: object = kept) -> dict[str, float]:
            told: dict[str, float] = kept(*args)  # type: ignore[operator]
            rows.append(tuple(told[name] for name in NAMES))
            return told

        judge.evidence = noted
        verdict = gate.vet(line["doc"], line["claim"])
        judge.evidence = kept
        verbatim = verdict.why == "verbatim"
        row = min(rows, default=tuple(float(verbatim) for _ in NAMES))
        fault = verdict.why if verdict.why not in ("verbatim", "covered", "too little of it in the source") else ""
        found.append(Example(line["doc"][:80], row, fault, verbatim, str(line["label"]) == "1"))
    return found


def learnt(told: list[Example]) -> tuple[float, list[float]]:
    """Give bias and weights: Nesterov's descent, in plain Python, the same on every machine."""
    count, width = len(told), len(NAMES)
    means = [math.fsum(e.row[n] for e in told) / count for n in range(width)]
    spread = [math.sqrt(math.fsum((e.row[n] - means[n]) ** 2 for e in told) / count) or 1.0 for n in range(width)]
    rows = [[1.0, *((e.row[n] - means[n]) / spread[n] for n in range(width))] for e in told]
    held = [0.0] * (width + 1)
    ahead = list(held)
    step = 4 / (count * (width + 1) + RIDGE)
    for turn in range(ROUNDS):
        slope = [0.0, *(RIDGE * value for value in ahead[1:])]
        for row, example in zip(rows, told, strict=True):
            wrong = 1 / (1 + math.exp(-sum(map(mul, ahead, row)))) - example.faithful
            slope = [old + wrong * value for old, value in zip(slope, row, strict=True)]
        new = [value - step * change for value, change in zip(ahead, slope, strict=True)]
        ahead = [value + turn / (turn + 3) * (value - old) for value, old in zip(new, held, strict=True)]
        held = new
    weights = [value / width_ for value, width_ in zip(held[1:], spread, strict=True)]
    return held[0] - sum(map(mul, weights, means)), weights


def likely(bias: float, weights: list[float], row: tuple[float, ...]) -> float:
    """Give the chance that a statement is faithful, moved so that SURE is a half."""
    return 1 / (1 + math.exp(-(bias + sum(map(mul, weights, row)) - math.log(SURE / (1 - SURE)))))


def score(example: Example, chance: float) -> float:
    """Give the gate's score for it."""
    if example.verbatim:
        return 1.0
    return gate._score(judge.Held((), example.fault, chance))  # noqa: SLF001 - the rule itself, not a copy of it


def crossed(told: list[Example]) -> list[float]:
    """Give each example's chance by weights that did not see its article."""
    articles = sorted({example.article for example in told})
    random.Random(2025).shuffle(articles)
    fold = {article: number % FOLDS for number, article in enumerate(articles)}
    chances = [0.0] * len(told)
    for number in range(FOLDS):
        bias, weights = learnt([example for example in told if fold[example.article] != number])
        for place, example in enumerate(told):
            if fold[example.article] == number:
                chances[place] = likely(bias, weights, example.row)
    return chances


def main() -> None:
    """Learn, measure, and write where asked to."""
    args = [arg for arg in sys.argv[1:] if not arg.startswith("--")]
    folder = Path(args[0]) if args else Path("../shared/eval")
    lines = measure.lines_of(folder, "faith_*.jsonl.gz")
    if not lines:
        print(f"{folder} holds no faith_*.jsonl.gz: name the folder of the judged statements as argument")
        return
    told = examples(lines)
    chances = crossed(told)
    truth = [example.faithful for example in told]
    scores = [score(example, chance) for example, chance in zip(told, chances, strict=True)]
    alone = [max(chance, float(example.verbatim)) for example, chance in zip(told, chances, strict=True)]
    plain = measure.auc(
        (measure.coverage(line["doc"], line["claim"]), true) for line, true in zip(lines, truth, strict=True)
    )
    print(f"coverage of content bigrams: AUC {plain:.3f}")
    print(f"cross-validated: AUC {measure.auc(zip(scores, truth, strict=True)):.3f}; the evidence alone ", end="")
    print(f"{measure.auc(zip(alone, truth, strict=True)):.3f}")
    for kind, name in ((True, "faithful"), (False, "unfaithful")):
        passed = [value >= gate.THRESHOLD for value, true in zip(scores, truth, strict=True) if true == kind]
        print(f"  {name} let through {sum(passed) / len(passed):.1%}")
    bias, weights = learnt(told)
    shown = "".join(f'    "{name}": {weight:.4f},\n' for name, weight in zip(NAMES, weights, strict=True))
    text = f"BIAS = {bias - math.log(SURE / (1 - SURE)):.4f}\nWEIGHTS = {{\n{shown}}}\n"
    print(text)
    if "--write" in sys.argv:
        WEIGHTS.write_text(HEAD + text, encoding="utf-8")


HEAD = '''"""What the gate's evidence is worth, as `benchmarks/learn_vet.py` learnt it; see docs/vet.md for what from.

The logarithm of the odds that a sentence is faithful, moved so that 0 is where it passes.
"""

from __future__ import annotations

'''


if __name__ == "__main__":
    main()
