"""How near the key developments come to what people wrote: ROUGE beside the first sentences, chance and LexRank.

python benchmarks/summaries.py [FOLDER] [--first N] [--ungated]

FOLDER (by default ../shared/eval) holds `*.jsonl.gz`: articles `{"id", "title", "text", "summary"}`, and in files named
duc* stories of several reports `{"id", "docs", "refs"}`; whatever is there is measured, through `desk.brief.brief`, as
`briefing brief --jsonl --developments 3` (stories: `--words 100`) asks it. `--ungated` lets sentences that do not stand
alone be told: what the choice alone is worth, never what is printed. Needs rouge-score; with sumy, LexRank is measured
too. What the shipped weights were learnt from is no test of them: unseen data say more, and learn_developments.py's
cross-validated figure.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from labelled import stories, story, summarised
from rouge import Reference, tokens

from briefing.desk import candidates as gate
from briefing.desk.brief import brief
from briefing.desk.candidates import body

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model import Story

    Told = Callable[[Story], str]

THREE, WORDS = 3, 100


def ours(told: Story) -> str:
    """Give at most three developments in a row."""
    return " ".join(item.text for item in brief(told, count=THREE).key_developments)


def lead(told: Story) -> str:
    """Give the first three sentences."""
    return " ".join(sentence.text for sentence in body(told.reports[0])[:THREE])


def by_chance(told: Story) -> str:
    """Give three sentences drawn by chance, always the same."""
    found = body(told.reports[0])
    drawn = random.Random(len(told.reports[0].text)).sample(range(len(found)), min(THREE, len(found)))
    return " ".join(found[n].text for n in sorted(drawn))


def lexrank() -> Told | None:
    """Give sumy's LexRank, where it is installed."""
    try:
        from sumy.nlp.stemmers import Stemmer  # noqa: PLC0415 - a peer that need not be there
        from sumy.nlp.tokenizers import Tokenizer  # noqa: PLC0415
        from sumy.parsers.plaintext import PlaintextParser  # noqa: PLC0415
        from sumy.summarizers.lex_rank import LexRankSummarizer  # noqa: PLC0415
    except ImportError:
        return None
    summarizer = LexRankSummarizer(Stemmer("english"))

    def told(of: Story) -> str:
        parser = PlaintextParser.from_string(of.reports[0].text, Tokenizer("english"))
        return " ".join(str(sentence) for sentence in summarizer(parser.document, THREE))

    return told


def single(name: str, lines: list[dict[str, Any]], peers: dict[str, Told]) -> None:
    """Measure one file of articles."""
    told, references = [story(line) for line in lines], [Reference(line["summary"]) for line in lines]
    for peer, tell in peers.items():
        start = time.process_time()
        texts = [tell(each) for each in told]
        rate = len(texts) / (time.process_time() - start)
        each = [reference.f1(tokens(text)) for reference, text in zip(references, texts, strict=True)]
        one, two, longest = (100 * sum(column) / len(each) for column in zip(*each, strict=True))
        words, none = sum(len(text.split()) for text in texts) / len(texts), sum(not text for text in texts)
        mean = (one + two + longest) / 3
        print(
            f"{name:15} {peer:9} {one:6.2f} {two:6.2f} {longest:6.2f} mean {mean:6.2f} {words:5.1f} words "
            f"{rate:7.0f} articles/s, {none} of {len(texts)} without any"
        )


def several(lines: list[dict[str, Any]]) -> None:
    """Measure stories of several reports: recall within 100 words, the mean over the people who wrote of each."""
    firsts: Told = lambda of: " ".join(body(report)[0].text for report in of.reports)  # noqa: E731 - beside its twin
    for peer, tell in (("ours", lambda of: _in_words(of, WORDS)), ("firsts", firsts)):
        start, figures, words = time.process_time(), [], 0
        for line in lines:
            text = " ".join(tell(story(line)).split()[:WORDS])
            words += len(text.split())
            found = [Reference(reference).recall(tokens(text)) for reference in line["refs"]]
            figures.append([sum(column) / len(found) for column in zip(*found, strict=True)])
        one, two = (100 * sum(column) / len(lines) for column in zip(*figures, strict=True))
        rate = len(lines) / (time.process_time() - start)
        print(
            f"{'stories':15} {peer:9} recall {one:6.2f} {two:6.2f} {words / len(lines):5.1f} words {rate:.1f} stories/s"
        )


def _in_words(told: Story, words: int) -> str:
    return " ".join(item.text for item in brief(told, words=words).key_developments)


def main() -> None:
    """Measure whatever is found."""
    arguments = sys.argv[1:]
    first = int(arguments.pop(arguments.index("--first") + 1)) if "--first" in arguments else None
    places = [argument for argument in arguments if not argument.startswith("-")]
    folder = Path(places[0]) if places else Path(__file__).parent.parent.parent / "shared/eval"
    if "--ungated" in arguments:
        gate.stands_alone = lambda text, *_, **__: bool(text)
    peers: dict[str, Told] = {"ours": ours, "LEAD-3": lead, "random": by_chance}
    rank = lexrank()
    if rank is not None:
        peers["LexRank"] = rank
    known, multi = summarised(folder), stories(folder)
    if not known and not multi:
        sys.exit(f"{folder}: nothing to measure: name a folder with *.jsonl.gz as above")
    for name, lines in known.items():
        single(name, lines[:first], peers)
    if multi:
        several(multi)


if __name__ == "__main__":
    main()
