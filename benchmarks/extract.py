"""How well the main text of pages is found: ours beside the extractors that can be installed, over labelled pages.

python benchmarks/extract.py [FOLDER]

FOLDER (by default ../shared/eval) holds pages_300.tar.xz: pages/*.html, and pages/index.jsonl with one page a line,
`{"url", "file", "with": [text that must be there], "without": [text that must not], …}`. It is unpacked into a folder
that is gone afterwards. Counted as trafilatura's own comparison counts: each `with` found is right, each `without`
found is wrong. Speed is pages a second of one core's own time, parsing included.
"""

from __future__ import annotations

import json
import sys
import tarfile
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import justext
import trafilatura
from lxml import html
from readability import Document
from resiliparse.extract.html2text import extract_plain_text

from briefing.wire.article import readable
from briefing.wire.charset import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ARCHIVE = "pages_300.tar.xz"
STOPLISTS = {"de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "nl": "Dutch", "pl": "Polish"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A page, and what its text must and must not hold."""

    body: bytes
    url: str
    language: str
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]
    comments: tuple[str, ...]  # of its readers: trafilatura's comparison does not count them


def labelled_pages(folder: Path) -> Iterator[Labelled]:
    """Read the pages of an unpacked archive."""
    index = next(folder.rglob("index.jsonl"))
    for line in index.read_text(encoding="utf-8").splitlines():
        said: dict[str, Any] = json.loads(line)
        body = (index.parent / said["file"]).read_bytes()
        mark = body[:3000].partition(b"lang=")[2][1:3].decode("ascii", "ignore")
        wanted, unwanted, comments = (tuple(said.get(name, ())) for name in ("with", "without", "comments"))
        yield Labelled(body=body, url=said["url"], language=mark, wanted=wanted, unwanted=unwanted, comments=comments)


def ours(page: Labelled) -> str:
    """Give the text of our article; its title is not counted."""
    article = readable(page.body, url=page.url)
    return article.text if article else ""


def by_trafilatura(**settings: bool) -> Callable[[Labelled], str]:
    """Give trafilatura's text under a setting."""
    return lambda page: trafilatura.extract(decode(page.body), include_comments=False, **settings) or ""


def by_readability(page: Labelled) -> str:
    """Give readability's summary as text."""
    return html.fromstring(Document(decode(page.body)).summary()).text_content()


def by_resiliparse(page: Labelled) -> str:
    """Give resiliparse's main content."""
    return extract_plain_text(decode(page.body), main_content=True, alt_texts=False, list_bullets=False)


def by_justext(page: Labelled) -> str:
    """Give jusText's good paragraphs, by the stop words of the page's language."""
    stop = justext.get_stoplist(STOPLISTS.get(page.language, "English"))
    return "\n".join(part.text for part in justext.justext(decode(page.body), stop) if not part.is_boilerplate)


SYSTEMS: dict[str, Callable[[Labelled], str]] = {
    "ours": ours,
    "trafilatura": by_trafilatura(),
    "trafilatura precision": by_trafilatura(favor_precision=True),
    "trafilatura fast": by_trafilatura(fast=True),
    "readability-lxml": by_readability,
    "resiliparse": by_resiliparse,
    "jusText": by_justext,
}


def counted(page: Labelled, text: str) -> Counter[str]:
    """Count the right and the wrong decisions of one text."""
    found, wrong = sum(part in text for part in page.wanted), sum(part in text for part in page.unwanted)
    return Counter(tp=found, fn=len(page.wanted) - found, fp=wrong, tn=len(page.unwanted) - wrong)


def measured(
    system: Callable[[Labelled], str], pages: list[Labelled]
) -> tuple[float, float, float, float, float, float]:
    """Give precision, recall, F1, accuracy, the share of readers' comments that came through, and pages a second."""
    total: Counter[str] = Counter()
    start = time.process_time()
    texts = []
    for page in pages:
        try:
            texts.append(system(page))
        except Exception:  # noqa: BLE001 - an extractor that breaks on a page has found nothing there
            texts.append("")
    took = time.process_time() - start
    for page, text in zip(pages, texts, strict=True):
        total.update(counted(page, text))
    precision, recall = total["tp"] / max(1, total["tp"] + total["fp"]), total["tp"] / (total["tp"] + total["fn"])
    said = sum(part in text for page, text in zip(pages, texts, strict=True) for part in page.comments)
    comments = said / max(1, sum(len(page.comments) for page in pages))
    accuracy = (total["tp"] + total["tn"]) / total.total()
    return precision, recall, 2 * precision * recall / (precision + recall), accuracy, comments, len(pages) / took


def main() -> None:
    """Measure every system, and print a table."""
    archive = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/eval") / ARCHIVE
    if not archive.is_file():
        print(f"{archive} is not there: name the folder that holds {ARCHIVE} as argument")
        return
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
        pages = list(labelled_pages(Path(folder)))
    readable(pages[0].body)  # so that no system's time holds what it imports
    print(f"{len(pages)} pages of {archive}")
    print(f"{'':24} precision  recall      F1  accuracy  comments  pages/s a core")
    for name, system in SYSTEMS.items():
        precision, recall, f1, accuracy, comments, speed = measured(system, pages)
        print(f"{name:24} {precision:9.3f} {recall:7.3f} {f1:7.3f} {accuracy:9.3f} {comments:9.3f} {speed:15.0f}")


if __name__ == "__main__":
    main()
