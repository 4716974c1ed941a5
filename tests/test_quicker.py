"""What is done quicker than in the libraries under the press must come out as they would have done it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.press import quicker

SLOWLY = "from briefing.press import quicker; quicker.KNOWN.update(dict.fromkeys(quicker.KNOWN, 'another'));"
SET = """
import hashlib
from press_editions import WHOLE, hostile, told, briefs
from briefing import press
from briefing.press import printer
editions = [WHOLE, hostile(), told(*briefs()[:1])]
bodies = [press.set_type(edition, press.gather([], look), ["pdf"])["pdf"]
          for edition, look in zip(editions, ["", "analyst", "minister"])]
STYLE = '''
:root { --wide: 40%; --loop: var(--loop) }
section { margin-inline: 9mm 2mm; padding-block-start: calc(1mm + 2pt); inline-size: 80% }
section { margin-left: 1mm; border-inline-end: 2pt solid currentcolor; line-height: calc(10% + 12pt) }
section > div { width: calc(var(--wide) + 5mm); text-indent: calc(10% + 2mm); text-decoration: underline; page: inner }
b { float: right; display: inline; position: relative; left: calc(1px * 3); width: var(--loop, 3mm); color: var(--none) }
li::before { content: counter(list-item) "/" target-counter(url(#end), page); text-decoration: overline }
i { all: inherit } em { margin: initial; font: inherit; border: 1pt dashed }
'''
for direction in ("ltr", "rtl"):
    html = f'''<!doctype html><html lang=en dir={direction}><title>t</title><style>{STYLE}</style><body>
    <section><div>one <u>two <b>three</b></u> <i>four</i> <em>five</em><ol><li>six<li dir=rtl>seven</ol></div>
    <table><tr><th>a<td>b &amp; c</table></section><p id=end style="break-before: page">end</p>'''
    bodies.append(printer.print_pdf(html, identifier="x"))
print(*(hashlib.sha256(body).hexdigest() for body in bodies))
"""


def fingerprints(before: str = "") -> list[str]:
    folder = Path(__file__).parent
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), str(folder.parent)])}
    told = subprocess.run(
        [sys.executable, "-c", before + SET], capture_output=True, text=True, check=True, env=environment
    )
    return told.stdout.split()


def test_pages_come_out_byte_for_byte_as_the_libraries_alone_would_set_them() -> None:
    quickly, slowly = fingerprints(), fingerprints(SLOWLY)
    assert len(quickly) == 5
    assert quickly == slowly


@pytest.mark.parametrize("library", sorted(quicker.KNOWN))
def test_the_libraries_that_the_lock_installs_are_those_whose_detours_are_known(library: str) -> None:
    assert quicker.known(library)


def test_the_parser_keeps_its_patterns() -> None:
    patterns = quicker.Patterns()
    until = patterns[frozenset("<&"), False]
    assert patterns[frozenset("<&"), False] is until
    found, spaces = until.match("text<b>"), patterns[frozenset(" \t"), True].match(" \tx")
    assert (found and found[0], spaces and spaces[0]) == ("text", " \t")
