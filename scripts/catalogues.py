"""The catalogues of the words that pages print: gathers the phrases, brings each language's .po up to date, compiles it.

python scripts/catalogues.py [--check] [--new LANGUAGE]

`--check` writes nothing and fails where a catalogue lacks a phrase, has one that nothing prints, or was not compiled.
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PRESS = Path(__file__).parent.parent / "briefing" / "press"
FOLDER = PRESS / "catalogues"
METHODS = [
    ("templates/**.html", "jinja2.ext.babel_extract"),
    ("templates/**.txt", "jinja2.ext.babel_extract"),
    *((f"{module}.py", "python") for module in ("causes", "reasons", "since", "standing", "words")),
]
KEYWORDS = {"_": None, "words": None, "mark": None, "mark_count": (1, 2), "count": (1, 2), "words.count": (1, 2)}
DATED = dt.datetime(2025, 12, 7, tzinfo=dt.UTC)  # so that the same phrases compile to the same bytes on any day
OPTIONS = {pattern: {"trimmed": "no"} for pattern, _ in METHODS}


def phrases() -> Catalog:
    """Gather all phrases of the shipped templates and of the press, without the places where they stand."""
    found = Catalog(project="briefing", charset="utf-8", fuzzy=False)
    for _, _, message, comments, _ in extract_from_dir(
        PRESS, METHODS, options_map=OPTIONS, keywords=KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    ):
        found.add(message, None, auto_comments=comments)
    return found


def paths() -> list[Path]:
    """Give the .po of each language."""
    return sorted(FOLDER.glob("*/LC_MESSAGES/briefing.po"))


def read(path: Path) -> Catalog:
    """Read a .po."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def brought_up_to_date(path: Path) -> Catalog:
    """Give a language's catalogue with exactly the phrases of today, in their order."""
    held = read(path) if path.exists() else Catalog(locale=path.parent.parent.name)
    fresh = Catalog(locale=held.locale, project="briefing", charset="utf-8", fuzzy=False)
    for message in phrases():
        if message.id:
            known = held.get(message.id if isinstance(message.id, str) else message.id[0])
            fresh.add(message.id, known.string if known else None, auto_comments=message.auto_comments)
    fresh.creation_date = fresh.revision_date = DATED
    return fresh


def written(catalogue: Catalog) -> bytes:
    """Write a .po, the same bytes for the same phrases."""
    out = io.BytesIO()
    write_po(out, catalogue, width=110, no_location=True, omit_header=True, sort_output=True)
    forms = f"nplurals={catalogue.num_plurals}; plural={catalogue.plural_expr};"
    head = f'msgid ""\nmsgstr ""\n"Language: {catalogue.locale}\\n"\n"Plural-Forms: {forms}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    return head.encode() + out.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """Compile a catalogue."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def missing(catalogue: Catalog) -> list[str]:
    """Name the phrases that a language does not have yet."""
    ids = ((message.id, message.string) for message in catalogue if message.id)
    return [
        str(of if isinstance(of, str) else of[0])
        for of, said in ids
        if not said or (isinstance(said, tuple) and not all(said))
    ]


def main() -> int:
    """Bring the catalogues up to date, or say what they lack."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--check", action="store_true")
    asked.add_argument("--new", metavar="LANGUAGE")
    given = asked.parse_args()
    if given.new:
        path = FOLDER / given.new / "LC_MESSAGES" / "briefing.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written(brought_up_to_date(path)))
    stale = False
    for path in paths():
        catalogue = brought_up_to_date(path)
        lacking = missing(catalogue)
        for name, body in ((path, written(catalogue)), (path.with_suffix(".mo"), compiled(catalogue))):
            if not name.exists() or name.read_bytes() != body:
                stale = True
                print(f"{name}: {'is not up to date: make catalogues' if given.check else 'written'}")
                if not given.check:
                    name.write_bytes(body)
        print(f"{path.parent.parent.name}: {len(catalogue)} phrases, {len(lacking)} without words")
        for phrase in lacking:
            print(f"    {phrase}")
    return 1 if given.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
