"""What printing costs: pages warm and cold, over WeasyPrint's own floor, against a naive set-up, and eight at once.

    python benchmarks/render.py              # 4, 12, 60 and 200 stories; about five minutes
    python benchmarks/render.py 4 12         # of so many stories; one minute

CPU seconds, so that a busy machine tells the same; each ratio is of one run, its sides taking turns. The goals stand
beside the numbers: they were set on an idle machine of two cores.
"""

from __future__ import annotations

import functools
import gc
import io
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf

from briefing import press
from briefing.model import Section
from briefing.press import printer
from briefing.press.fixture import fixture_edition
from briefing.workers import workers

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model import Edition

SIZES = (4, 12, 60, 200)
SECTIONS = ("World", "Canada", "Science", "Economy")
AUDIENCES = 8
EACH = 12  # stories of each of the eight
NAIVE = """
.contents ol, .section { columns: 2; column-fill: balance } .section > .story { margin-left: 0 }
.railed .rail { float: none; margin-left: 0; width: auto }
"""
COLD = """
import sys, time
began = time.process_time()
if {slowly}:
    from briefing.press import printer, quicker, subsetting
    quicker.KNOWN.update(dict.fromkeys(quicker.KNOWN, ""))
    weasyprint = printer.engine()
    from weasyprint.pdf import fonts
    fonts.Font.subset = lambda font, glyphs, hinting: font._fonttools_subset(glyphs, hinting)
from pathlib import Path
from briefing.press import printer
printer.print_pdf(Path(sys.argv[1]).read_text("utf-8"), identifier="x")
print(time.process_time())
"""


def edition(stories: int) -> Edition:
    """Give an edition of so many stories: the shipped invented ones, over and over."""
    whole = fixture_edition()
    told = [story for section in whole.sections for story in section.stories]
    all_ = [replace(told[at % len(told)], id=f"story-{at}") for at in range(stories)]
    names = SECTIONS[: max(1, min(len(SECTIONS), stories // 3))]
    sections = tuple(Section(name=name, stories=tuple(all_[at :: len(names)])) for at, name in enumerate(names))
    return replace(whole, sections=sections)


def spent(work: Callable[[], object]) -> float:
    """Give the CPU seconds of a piece of work in this process."""
    gc.collect()
    began = time.process_time()
    work()
    return time.process_time() - began


def in_turns(works: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Give the median CPU seconds of each, all of them once a round."""
    taken = [{name: spent(work) for name, work in works.items()} for _ in range(rounds)]
    return {name: statistics.median(times[name] for times in taken) for name in works}


def pages(body: bytes) -> int:
    """Count the pages of a PDF."""
    with pikepdf.open(io.BytesIO(body)) as pdf:
        return len(pdf.pages)


def plain(html: str) -> str:
    """Take all our style from a page: what WeasyPrint needs for the same words in the same elements."""
    return re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)


def paragraphs(html: str) -> str:
    """Leave the words alone, in paragraphs."""
    body = re.sub(r"<style>.*?</style>|<head>.*?</head>", "", html, flags=re.DOTALL)
    lines = [" ".join(re.sub(r"<[^>]+>", " ", line).split()) for line in body.split("\n")]
    return "<html lang=en><title>-</title>" + "".join(f"<p>{line}" for line in lines if line)


def warm(stories: int) -> None:
    """Measure one size in this warm process."""
    templates, told = press.gather([]), edition(stories)
    html = press.page_html(told, templates, medium="print")
    sides: dict[str, Callable[[], object]] = {
        "filled": lambda: press.page_html(told, templates, medium="print"),
        "ours": lambda: printer.print_pdf(html, identifier="x"),
        "no style": lambda: printer.print_pdf(plain(html), identifier="x"),
        "paragraphs": lambda: printer.print_pdf(paragraphs(html), identifier="x"),
    }
    took = in_turns(sides, 1 if stories > 60 else 3)
    body = printer.print_pdf(html, identifier="x")
    count, whole = pages(body), took["filled"] + took["ours"]
    print(
        f"{stories:4} stories: {count:3} pages, {whole:6.2f} s CPU, {1000 * whole / count:4.0f} ms a page (goal 90, gate "
        f"120); {whole / took['no style']:.2f} x the same without style, {whole / took['paragraphs']:.2f} x its words alone "
        f"in paragraphs; filling {1000 * took['filled']:.0f} ms; {len(body) / 1024 / count:.1f} KB a page (goal 30)"
    )


def cold(folder: Path) -> None:
    """Measure four pages in a process of their own, as set up by us and naively."""
    html = press.page_html(edition(6), press.gather([]), medium="print")
    ours, naive = folder / "ours.html", folder / "naive.html"
    ours.write_text(html, encoding="utf-8")
    naive.write_text(html.replace("</style>\n<title>", f"{NAIVE}</style>\n<title>"), encoding="utf-8")
    taken = [(_cold(ours, slowly=False), _cold(naive, slowly=True)) for _ in range(3)]
    quick, slow = (statistics.median(side) for side in zip(*taken, strict=True))
    count = pages(printer.print_pdf(html, identifier="x"))
    print(
        f"cold, {count} pages: {quick:.2f} s CPU (goal 0.9); set up naively {slow:.2f} s, {slow / quick:.1f} x (goal 6)"
    )


def _cold(page: Path, *, slowly: bool) -> float:
    command = [sys.executable, "-W", "ignore", "-c", COLD.format(slowly=slowly), str(page)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def set_for(name: str) -> float:
    """Set one audience's PDF; give its CPU seconds."""
    told = replace(edition(EACH), audience=name)
    return spent(lambda: press.set_type(told, press.gather([]), ["pdf"]))


def eight() -> None:
    """Measure eight audiences one after the other, and over all cores."""
    names = [f"audience-{at}" for at in range(AUDIENCES)]
    began = time.perf_counter()
    alone = sum(map(set_for, names))
    here = time.perf_counter() - began
    began = time.perf_counter()
    with workers("cores", prepare=press.warm) as place:
        over = sum(place.map(set_for, names))
    cores = time.perf_counter() - began
    print(
        f"{AUDIENCES} audiences of {EACH} stories: {here:.1f} s wall, {alone:.1f} s CPU one after the other; {cores:.1f} s "
        f"wall (goal 5), {over:.1f} s CPU in workers on {os.cpu_count()} cores ({over / (os.cpu_count() or 1):.1f} s "
        "each, were they ours alone)"
    )


def again(folder: Path) -> None:
    """Measure an edition whose files stand as they would be written: nothing is set."""
    from briefing import archive, newsroom  # noqa: PLC0415 - here alone
    from briefing.newsroom import demo  # noqa: PLC0415 - likewise

    demo(folder, environ={}, say=lambda *_: None)
    from briefing import config  # noqa: PLC0415 - likewise
    from briefing.sample import NOW  # noqa: PLC0415 - likewise

    settings = config.load(folder / "demo" / "feeds.yaml", {})
    with newsroom.house(settings, clock=lambda: NOW, environ={}, say=lambda *_: None, out=folder) as room:
        record = archive.editions(room.archive)[-1]
        templates = newsroom.templates_of(room, record.audience)
        work = newsroom.Work(record=record, templates=templates, formats=record.audience.formats)
        newsroom.print_edition(room, work)
        took = in_turns({"again": functools.partial(newsroom.print_edition, room, work)}, 5)["again"]
        changed = sum(file.changed for file in newsroom.print_edition(room, work))
    print(f"an unchanged edition: {1000 * took:.0f} ms CPU (goal 50), {changed} files set anew (goal 0)")


def main(sizes: list[int]) -> None:
    """Print what is measured."""
    press.warm()
    for stories in sizes or SIZES:
        warm(stories)
    with tempfile.TemporaryDirectory() as folder:
        cold(Path(folder))
    eight()
    with tempfile.TemporaryDirectory() as folder:
        again(Path(folder))


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])
