"""How good the open questions are: yield, form, what is answered in the text, speed; and precision on a labelled set.

python benchmarks/questions.py [FOLDER] [--sample N SEED HALF]

FOLDER (a folder, or one file of articles; by default ../shared/eval) holds cnndm_val1000.jsonl.gz (articles: yield, form, speed) and, where they are
there, questions_inquisitive_val.jsonl.gz and questions_qsalience.jsonl.gz (what people ask of news: the gate on form).
`--sample` prints N questions of every second article with the words that raise them, to be judged by a person.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
import random
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.desk.openness import answered
from briefing.desk.questions import questions, raised, well_formed
from briefing.desk.text import sentences
from briefing.model import Article, Block, Entry, Feed, Heard, Report, Story

if TYPE_CHECKING:
    from collections.abc import Sequence

MOMENT = dt.datetime(2025, 12, 6, 12, tzinfo=dt.UTC)
LABELLED = Path(__file__).parent.parent / "tests" / "quality" / "questions.jsonl"
PARAGRAPH = 3  # sentences: the articles come without theirs


def lines(path: Path) -> list[dict[str, Any]]:
    """Read a file of JSON lines, packed or not."""
    body = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in body.decode().splitlines()]


def story(identity: str, text: str, language: str = "en") -> Story:
    """Make a story of one text."""
    blocks = tuple(Block(kind="paragraph", text=part) for part in text.split("\n") if part.strip())
    entry = Entry(feed="f", identity=identity, title="", published=MOMENT)
    heard = Heard(digest=identity, commit=1, seen=MOMENT, arrived=MOMENT, entry=entry)
    article = Article(url="u", title="", blocks=blocks, language=language)
    return Story(reports=(Report(feed=Feed(id="f", url="u"), heard=heard, article=article, digest=""),))


def plain(question: str) -> str:
    """Give a question without what does not matter: capitals, spaces, points."""
    return re.sub(r"[^\w'-]+", " ", question.lower().replace("’", "'")).strip()


def labelled(half: str) -> tuple[int, int, int, int, int, list[tuple[str, str]]]:
    """Hold the labelled sentences of one half against what is printed and found of them: printed, right, found, wanted, lines, and what differs."""
    asked = right = wanted = known = 0
    wrong: list[tuple[str, str]] = []
    rows = [row for row in lines(LABELLED) if row["half"] == half]
    for row in rows:
        one = story(row["id"], f"{row['before']}\n{row['text']}", row["language"])
        texts = [item.text for item in questions(one)[0]]
        good = {plain(text) for text in row["questions"]}
        wanted += bool(good)
        asked += len(texts)
        right += sum(plain(text) in good for text in texts)
        known += any(plain(item.text) in good for item in raised(one)[0])
        if not {plain(text) for text in texts} <= good or (good and not texts):
            wrong.append((row["text"], " / ".join(texts) or "(none)"))
    return asked, right, known, wanted, len(rows), wrong


def in_paragraphs(text: str) -> str:
    """Divide a text that came in one piece."""
    parts = re.split(r"(?<=[.!?\"]) (?=[A-Z\"])", text)
    return "\n".join(" ".join(parts[at : at + PARAGRAPH]) for at in range(0, len(parts), PARAGRAPH))


def articles(rows: Sequence[dict[str, Any]]) -> None:
    """Tell yield, form, what is answered in the text, and speed."""
    told = [story(row["id"], in_paragraphs(row["text"])) for row in rows]
    start = time.process_time()
    found = [questions(one)[0] for one in told]
    whole = time.process_time() - start
    start = time.process_time()
    splits = [sentences(one.reports[0].article) for one in told]
    splitting = time.process_time() - start
    asked = [(item, split) for one, split in zip(found, splits, strict=True) for item in one]
    texts = [item.text for item, _ in asked]
    closed = sum(
        answered(item.text, [one for one in split if one.start != item.evidence[0].start], "en")
        for item, split in asked
    )
    print(
        f"{len(rows)} articles: {sum(map(bool, found))} raise a question ({sum(map(bool, found)) / len(rows):.1%}), {len(texts)} questions"
    )
    print(f"  below the bar too: {sum(bool(raised(one)[0]) for one in told) / len(rows):.1%} of the articles")
    print(f"  well formed by the gate: {sum(well_formed(text, 'en') for text in texts)} of {len(texts)}")
    print(f"  answered anywhere in their own article: {closed} of {len(texts)}")
    print(
        f"  {len(rows) / whole:.0f} articles/s, sentences included; {len(rows) / max(1e-9, whole - splitting):.0f} without"
    )


def sample(rows: Sequence[dict[str, Any]], number: int, seed: int) -> None:
    """Print questions to be judged, in an order of chance."""
    found = [
        (item.text, item.evidence[0].quote)
        for row in rows
        for item in questions(story(row["id"], in_paragraphs(row["text"])))[0]
    ]
    for text, quote in random.Random(seed).sample(found, min(number, len(found))):
        print(f"- {text}\n    {quote[:240]}")


def main() -> None:
    """Measure, and print."""
    given = [one for one in sys.argv[1:] if not one.startswith("--") and not one.isdigit()]
    folder = Path(given[0]) if given else Path("../shared/eval")
    news = folder / "cnndm_val1000.jsonl.gz" if folder.is_dir() else folder
    if "--sample" in sys.argv:
        number, seed, half = map(int, sys.argv[sys.argv.index("--sample") + 1 :][:3])
        sample(lines(news)[half::2], number, seed)
        return
    for half in ("development", "test"):
        asked, right, known, wanted, of, wrong = labelled(half)
        print(
            f"labelled, {half} half: {of} sentences, {wanted} with a question; {asked} printed, {right} right: precision {right / max(1, asked):.3f}; {known} found: recall {known / max(1, wanted):.3f}"
        )
        if half == "development" or "--wrong" in sys.argv:
            for text, ours in wrong:
                print(f"  {ours}\n      from: {text}")
    if news.exists():
        articles(lines(news))
    for name in ("questions_inquisitive_val", "questions_qsalience"):
        path = folder / f"{name}.jsonl.gz"
        if path.exists():
            people = [str(row["question"]) for row in lines(path)]
            print(
                f"{name}: {sum(well_formed(text, 'en') for text in people) / len(people):.1%} of {len(people)} questions of people pass the gate on form and standing alone"
            )


if __name__ == "__main__":
    main()
