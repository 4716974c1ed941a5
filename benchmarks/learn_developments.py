"""How the weights of the developments are learnt, and what they are worth on articles that they never saw.

python benchmarks/learn_developments.py [FOLDER] [--write]

FOLDER (by default ../shared/eval) holds articles with human summaries (`*.jsonl.gz`, a line `{"id", "title", "text",
"summary"}`). Needs numpy, lightgbm and rouge-score, which the product does not: install them beside it.

First stage: of all sets of up to three of an article's ten likest sentences, the ones nearest to the summary vote, each
sentence's label is its share of their votes, and trees learn it from its features. Second stage: trees learn how near
each set of the first stage's best comes to the summary, against the article's other sets. The figure is
cross-validated: each fifth of the articles is read with weights learnt from the other four. `--write` learns from all of
them and writes briefing/desk/data/developments.json, the table of familiar stems included.
"""

from __future__ import annotations

import itertools
import json
import math
import random
import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from labelled import lines, stories, story, summarised
from rouge import Reference, tokens

from briefing.desk import candidates as gate
from briefing.desk import features, sets
from briefing.desk.text import stems

try:
    import lightgbm
    import numpy as np
except ImportError:
    sys.exit(
        "learning needs numpy and lightgbm: pip install numpy lightgbm rouge-score, in an environment of their own"
    )

if TYPE_CHECKING:
    from collections.abc import Sequence

WRITTEN = Path(__file__).parent.parent / "briefing/desk/data/developments.json"
FOLDS = 5
LIKEST, VOTING, SHARP = 10, 3, 0.02
WEIGHTS = {"inshorts_even": 2.0, "gum_news24": 3.0}  # small sets count for more: no domain may rule alone
RARE = 6  # articles in which a stem of the table must stand
COMMON = {
    "num_leaves": 7, "verbose": -1, "feature_fraction": 0.5, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5,
    "num_threads": 1, "seed": 3, "deterministic": True,
}  # fmt: skip
FIRST = {**COMMON, "objective": "cross_entropy", "learning_rate": 0.07, "min_data_in_leaf": 40}
SECOND = {**COMMON, "objective": "regression", "learning_rate": 0.1, "min_data_in_leaf": 200}
FIRST_TREES, SECOND_TREES = 180, 120


@dataclass
class Seen:
    """An article, its sentences and what they are worth."""

    name: str
    fold: int
    reference: Reference
    scene: features.Scene
    items: list[Any]
    alone: list[bool]
    rows: list[tuple[float, ...]]
    said: list[list[str]]
    labels: list[float]
    lead: float

    @property
    def weight(self) -> float:
        """How much the article counts."""
        return WEIGHTS.get(self.name, 1.0)


def familiar(folder: Path) -> dict[str, str]:
    """Give the stems of news, by rarity: the logarithm of one over the share of articles that say them, in quarters."""
    texts = [line["text"] for read in summarised(folder).values() for line in read]
    texts += [text for line in stories(folder) for text in line["docs"]]
    texts += [line["text"] for path in sorted(folder.glob("clusters_multinews*.jsonl.gz")) for line in lines(path)]
    counts = Counter(stem for text in texts for stem in sorted(set(stems(text, "en"))))
    by_rarity: dict[float, list[str]] = {}
    for stem, n in sorted(counts.items()):
        if n >= RARE and stem.isascii():
            by_rarity.setdefault(round(4 * math.log(len(texts) / n)) / 4, []).append(stem)
    return {str(rarity): " ".join(found) for rarity, found in sorted(by_rarity.items())}


def seen(name: str, line: dict[str, Any], fold: int) -> Seen:
    """Look at one article: every sentence, whether or not it may be printed, so that the gate may change."""
    told = story(line)
    report, reference = told.reports[0], Reference(line["summary"])
    stands_alone = gate.stands_alone
    gate.stands_alone = lambda text, *_, **__: bool(text)
    try:
        found = [item for item in gate.candidates(told) if tokens(item.text)]
    finally:
        gate.stands_alone = stands_alone
    scene = features.scene(report, gate.body(report))
    said = [tokens(item.text) for item in found]
    lead = tokens(" ".join(sentence.text for sentence in gate.body(report)[:3]))
    return Seen(
        name=name,
        fold=fold,
        reference=reference,
        scene=scene,
        items=found,
        alone=[stands_alone(item.text, "en") for item in found],
        rows=[features.row(item, scene) for item in found],
        said=said,
        labels=votes(reference, said),
        lead=reference.mean(lead),
    )


def votes(reference: Reference, said: list[list[str]]) -> list[float]:
    """Give each sentence's share of the votes of the sets that come nearest to the summary."""
    likest = sorted(range(len(said)), key=lambda n: (-reference.mean(said[n]), n))[:LIKEST]
    tried = [
        (reference.mean([word for n in chosen for word in said[n]]), chosen)
        for size in range(1, VOTING + 1)
        for chosen in itertools.combinations(sorted(likest), size)
    ]
    nearest = max((near for near, _ in tried), default=0.0)
    voting = [(math.exp((near - nearest) / SHARP), chosen) for near, chosen in tried]
    total = math.fsum(vote for vote, _ in voting)
    return [math.fsum(vote for vote, chosen in voting if n in chosen) / total for n in range(len(said))]


def first(articles: Sequence[Seen]) -> lightgbm.Booster:
    """Learn what a sentence alone is worth."""
    rows = np.array([row for article in articles for row in article.rows])
    labels = np.array([label for article in articles for label in article.labels])
    weights = np.array([article.weight for article in articles for _ in article.rows])
    return lightgbm.train(FIRST, lightgbm.Dataset(rows, labels, weight=weights), FIRST_TREES)


def laid(article: Seen, worths: Sequence[float], *, only_alone: bool = False) -> sets.Field:
    """Lay out an article's sentences as the desk does."""
    ranked = [
        sets.Ranked(replace(item, score=float(worth)), row, float(worth))
        for item, row, worth, alone in zip(article.items, article.rows, worths, article.alone, strict=True)
        if alone or not only_alone
    ]
    return sets.field(article.scene.weights, article.scene.title, ranked)


def weighed(
    article: Seen, worths: Sequence[float], most: int, best: int, *, only_alone: bool = False
) -> tuple[Any, Any, list[int]]:
    """Give the features of every set of the best, how near it comes to the summary, and its words."""
    field = laid(article, worths, only_alone=only_alone)
    chosen = list(sets.sets(field, most, best))
    said = {item.sentence.start: words for item, words in zip(article.items, article.said, strict=True)}
    near = [article.reference.mean([w for one in each for w in said[one.item.sentence.start]]) for each in chosen]
    words = [sum(len(one.item.text.split()) for one in each) for each in chosen]
    return np.array([sets.set_row(each, field) for each in chosen]), np.array(near), words


def second(examples: Sequence[tuple[Seen, tuple[Any, Any, list[int]]]]) -> lightgbm.Booster:
    """Learn what a set is worth, in standard deviations of its article's sets."""
    rows = np.concatenate([known[0] for _, known in examples])
    labels = np.concatenate([0.05 * (near - near.mean()) / (near.std() + 1e-6) for _, (_, near, _) in examples])
    weights = np.concatenate(
        [np.full(len(near), 100 * article.weight / len(near)) for article, (_, near, _) in examples]
    )
    return lightgbm.train(SECOND, lightgbm.Dataset(rows, labels, weight=weights), SECOND_TREES)


def tree(node: dict[str, Any]) -> float | list[object]:
    """Write a tree as `trees.grown` reads it."""
    if "leaf_value" in node:
        return float(f"{node['leaf_value']:.5g}")
    low, high = tree(node["left_child"]), tree(node["right_child"])
    return [node["split_feature"], float(f"{node['threshold']:.6g}"), low, high]


def grown(model: lightgbm.Booster) -> list[object]:
    """Write all trees of a model."""
    return [tree(known["tree_structure"]) for known in model.dump_model()["tree_info"]]


def main() -> None:
    """Tell what the method is worth; with --write, learn from everything and write the weights."""
    places = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    folder = Path(places[0]) if places else Path(__file__).parent.parent.parent / "shared/eval"
    known = summarised(folder)
    if not known:
        sys.exit(f"{folder}: no articles with summaries: name a folder with *.jsonl.gz")
    table = familiar(folder)
    features.FAMILIAR.clear()
    features.FAMILIAR.update({stem: float(rarity) for rarity, line in table.items() for stem in line.split()})
    chance = random.Random(1)
    read = (seen(name, line, chance.randrange(FOLDS)) for name, each in known.items() for line in each)
    articles = [article for article in read if article.items]
    worths: dict[int, Any] = {}
    for fold in range(FOLDS):
        model = first([article for article in articles if article.fold != fold])
        worths |= {n: model.predict(np.array(a.rows)) for n, a in enumerate(articles) if a.fold == fold}
    examples = [(article, weighed(article, worths[n], 4, 8)) for n, article in enumerate(articles)]
    told: dict[tuple[str, bool], list[tuple[float, float, int]]] = {}
    for fold in range(FOLDS):
        model = second([example for example in examples if example[0].fold != fold])
        for n, article in enumerate(articles):
            if article.fold != fold:
                continue
            for only_alone in (False, True):
                rows, near, words = weighed(article, worths[n], 3, sets.BEST, only_alone=only_alone)
                best = int(np.argmax(model.predict(rows))) if len(near) else -1
                figure = (near[best], article.lead, words[best]) if best >= 0 else (0.0, article.lead, 0)
                told.setdefault((article.name, only_alone), []).append(figure)
    print("mean of ROUGE-1, -2, -L F1, cross-validated; LEAD-3 beside it; words")
    for (name, only_alone), figures in sorted(told.items()):
        ours, lead, words = (sum(column) / len(figures) for column in zip(*figures, strict=True))
        gate_of_it = "that stand alone" if only_alone else "all sentences"
        print(f"{name:16} {gate_of_it:16} {100 * ours:6.2f} {100 * lead:6.2f} {100 * (ours - lead):+6.2f} {words:5.1f}")
    if "--write" in sys.argv:
        written = {"familiar": table, "sentence": grown(first(articles)), "set": grown(second(examples))}
        WRITTEN.write_text(json.dumps(written, separators=(",", ":")).replace('","', '",\n"') + "\n")
        print(f"{WRITTEN}: {WRITTEN.stat().st_size} bytes")


if __name__ == "__main__":
    main()
