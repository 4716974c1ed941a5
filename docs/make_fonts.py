"""Make the static fonts in ``briefing/press/fonts`` from two variable families.

WeasyPrint renders static fonts faster than variable ones, and to the same bytes every
time, so each cut the templates use is pinned, reduced, renamed and written as one TTF.

The sources are the unmodified variable TTFs of Source Serif 4 and Source Sans 3, both
under the SIL Open Font License with the reserved font name "Source".  A modified copy may
not bear that name: the cuts are called Briefing Serif, Briefing Serif Display and Briefing
Sans, while the copyright and licence notices stay as they were.

The output depends only on the source files and the fontTools version: running this again
gives the same bytes.  What to install is told in ``briefing/press/fonts/README.md``.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

from fontTools.otlLib.optimize import compact
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.otBase import USE_HARFBUZZ_REPACKER
from fontTools.varLib import instancer

RESERVED_NAME = "source"
SERIF_ROMAN = "SourceSerif4[opsz,wght].ttf"
SERIF_ITALIC = "SourceSerif4-Italic[opsz,wght].ttf"
SANS_ROMAN = "SourceSans3[wght].ttf"
SANS_ITALIC = "SourceSans3-Italic[wght].ttf"

WEIGHT_NAMES = {300: "Light", 400: "Regular", 600: "SemiBold"}
STYLE_LINKED = frozenset({"Regular", "Italic"})

# 1 January 2026, 00:00 UTC, in seconds since 1904 as the head table counts them.
TIMESTAMP = 3_850_070_400

FEATURES = [
    "kern",
    "liga",
    "onum",
    "lnum",
    "tnum",
    "pnum",
    "smcp",
    "c2sc",
    "sups",
    "frac",
    "numr",
    "dnom",
    "locl",
    "mark",
    "mkmk",
    "ccmp",
    "case",
]

RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x00FF),  # Latin-1 Supplement
    (0x0100, 0x017F),  # Latin Extended-A
    (0x0180, 0x024F),  # Latin Extended-B
    (0x02B0, 0x02FF),  # Spacing modifier letters
    (0x0300, 0x036F),  # Combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic and its supplement
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x206F),  # General punctuation
    (0x2070, 0x209F),  # Superscripts and subscripts
    (0x20A0, 0x20CF),  # Currency
    (0x2100, 0x214F),  # Letterlike symbols
    (0x2150, 0x218F),  # Number forms
    (0x2190, 0x2199),  # Arrows
    (0x2200, 0x22FF),  # Mathematical operators, with the true minus
    (0x25A0, 0x25FF),  # Geometric shapes
    (0xFB00, 0xFB06),  # Latin ligatures
)

# How hard kerning classes are split into denser tables (0-9): smaller, same distances.
KERNING_COMPRESSION = 5

# Characters that look like another one; mapped to its glyph where the source has none.
LOOKALIKES = {0x2011: 0x2010}

DROPPED_TABLES = ["DSIG", "STAT", "gasp"]

NAME_COPYRIGHT = 0
NAME_FAMILY = 1
NAME_SUBFAMILY = 2
NAME_UNIQUE_ID = 3
NAME_FULL = 4
NAME_VERSION = 5
NAME_POSTSCRIPT = 6
NAME_DESIGNER = 9
NAME_LICENCE = 13
NAME_LICENCE_URL = 14
NAME_TYPO_FAMILY = 16
NAME_TYPO_SUBFAMILY = 17

NOTICES = frozenset({NAME_COPYRIGHT, NAME_LICENCE, NAME_LICENCE_URL})
KEPT_NAMES = NOTICES | {NAME_DESIGNER}

FS_ITALIC = 1 << 0
FS_REGULAR = 1 << 6
FS_USE_TYPO_METRICS = 1 << 7
MAC_ITALIC = 1 << 1


@dataclass(frozen=True, slots=True)
class Cut:
    """One static font: where it comes from and what it is called."""

    filename: str
    source: str
    family: str
    weight: int
    optical_size: int | None = None

    @property
    def italic(self) -> bool:
        """Whether the source is the italic."""
        return "-Italic" in self.source

    @property
    def style(self) -> str:
        """The style name, such as "Regular", "SemiBold" or "Italic"."""
        name = WEIGHT_NAMES[self.weight]
        if not self.italic:
            return name
        return "Italic" if name == "Regular" else f"{name} Italic"

    @property
    def axes(self) -> dict[str, float]:
        """Where the variable axes are pinned."""
        pinned = {"wght": float(self.weight)}
        if self.optical_size is not None:
            pinned["opsz"] = float(self.optical_size)
        return pinned


SERIF, DISPLAY, SANS = "Briefing Serif", "Briefing Serif Display", "Briefing Sans"

SERIF_CUTS = (
    Cut("briefing-serif-regular.ttf", SERIF_ROMAN, SERIF, 400, 10),
    Cut("briefing-serif-italic.ttf", SERIF_ITALIC, SERIF, 400, 10),
    Cut("briefing-serif-semibold.ttf", SERIF_ROMAN, SERIF, 600, 10),
    Cut("briefing-serif-display-light.ttf", SERIF_ROMAN, DISPLAY, 300, 60),
    Cut("briefing-serif-display-regular.ttf", SERIF_ROMAN, DISPLAY, 400, 60),
    Cut("briefing-serif-display-semibold.ttf", SERIF_ROMAN, DISPLAY, 600, 60),
)
SANS_CUTS = (
    Cut("briefing-sans-regular.ttf", SANS_ROMAN, SANS, 400),
    Cut("briefing-sans-italic.ttf", SANS_ITALIC, SANS, 400),
    Cut("briefing-sans-semibold.ttf", SANS_ROMAN, SANS, 600),
)


def pin(path: Path, cut: Cut) -> TTFont:
    """Open the variable font and pin every axis, leaving a static one."""
    variable = TTFont(path, recalcTimestamp=False)
    # Whether uharfbuzz is installed must not change the bytes.
    variable.cfg[USE_HARFBUZZ_REPACKER] = False
    font = instancer.instantiateVariableFont(variable, cut.axes, inplace=True)
    if "fvar" in font:
        raise ValueError(f"{path.name}: an axis was left free")
    return font


def add_lookalikes(font: TTFont) -> None:
    """Map the characters the font lacks to the glyph that looks the same."""
    for table in font["cmap"].tables:
        if not table.isUnicode():
            continue
        for missing, present in LOOKALIKES.items():
            if missing not in table.cmap and present in table.cmap:
                table.cmap[missing] = table.cmap[present]


def reduce(font: TTFont) -> None:
    """Keep the wanted characters and features; drop the hinting, pack the kerning."""
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.drop_tables = [*options.drop_tables, *DROPPED_TABLES]
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.recalc_average_width = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[c for low, high in RANGES for c in range(low, high + 1)])
    subsetter.subset(font)
    compact(font, KERNING_COMPRESSION)


def new_names(font: TTFont, cut: Cut) -> dict[int, str]:
    """Return the names a cut bears in place of those of its source."""
    version = font["name"].getDebugName(NAME_VERSION).split(";")[0]
    postscript = f"{cut.family}-{cut.style}".replace(" ", "")
    names = {
        NAME_UNIQUE_ID: f"{version};{postscript}",
        NAME_FULL: f"{cut.family} {cut.style}",
        NAME_VERSION: f"{version}; static and reduced for briefing",
        NAME_POSTSCRIPT: postscript,
    }
    if cut.style in STYLE_LINKED:
        return names | {NAME_FAMILY: cut.family, NAME_SUBFAMILY: cut.style}
    return names | {
        NAME_FAMILY: f"{cut.family} {cut.style}",
        NAME_SUBFAMILY: "Italic" if cut.italic else "Regular",
        NAME_TYPO_FAMILY: cut.family,
        NAME_TYPO_SUBFAMILY: cut.style,
    }


def rename(font: TTFont, cut: Cut) -> None:
    """Give the font its own names; keep the notices and the designer, nothing else."""
    table, names = font["name"], new_names(font, cut)
    table.names = [record for record in table.names if record.nameID in KEPT_NAMES]
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)
    for record in table.names:
        if record.nameID not in NOTICES and RESERVED_NAME in record.toUnicode().lower():
            raise ValueError(f"{cut.filename}: name {record.nameID} holds the reserved name")


def set_style(font: TTFont, cut: Cut) -> None:
    """Set weight, slope and dates to what the cut is."""
    os2, head, post = font["OS/2"], font["head"], font["post"]
    os2.usWeightClass = cut.weight
    os2.fsSelection = FS_USE_TYPO_METRICS | (FS_ITALIC if cut.italic else FS_REGULAR)
    os2.achVendID = "NONE"
    head.macStyle = MAC_ITALIC if cut.italic else 0
    head.created = head.modified = TIMESTAMP
    if cut.italic != (post.italicAngle < 0):
        raise ValueError(f"{cut.filename}: italic angle {post.italicAngle} does not fit")


def make(cut: Cut, source: Path, target: Path) -> Path:
    """Make one cut and return the file written."""
    font = pin(source / cut.source, cut)
    add_lookalikes(font)
    reduce(font)
    rename(font, cut)
    set_style(font, cut)
    path = target / cut.filename
    font.save(path, reorderTables=True)
    return path


def copy_licence(source: Path, path: Path) -> None:
    """Copy the licence that lies beside the fonts, or one folder above them."""
    found = [folder / "LICENSE" for folder in (source, source.parent)]
    licence = next((file for file in found if file.is_file()), None)
    if licence is None:
        raise FileNotFoundError(f"no LICENSE in {source} or its parent")
    shutil.copyfile(licence, path)


def report(path: Path) -> str:
    """One line on a file: hash, size and name."""
    data = path.read_bytes()
    return f"{hashlib.sha256(data).hexdigest()}  {len(data):>7}  {path.name}"


def parse_arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Make the static fonts of briefing.")
    parser.add_argument("serif", type=Path, help="folder with the Source Serif 4 TTFs")
    parser.add_argument("sans", type=Path, help="folder with the Source Sans 3 TTFs")
    parser.add_argument("output", type=Path, help="folder to write the static TTFs to")
    return parser.parse_args()


def main() -> None:
    """Make every cut and copy both licences."""
    arguments = parse_arguments()
    arguments.output.mkdir(parents=True, exist_ok=True)
    for source, cuts in ((arguments.serif, SERIF_CUTS), (arguments.sans, SANS_CUTS)):
        for cut in cuts:
            print(report(make(cut, source, arguments.output)))
    copy_licence(arguments.serif, arguments.output / "OFL-source-serif.txt")
    copy_licence(arguments.sans, arguments.output / "OFL-source-sans.txt")


if __name__ == "__main__":
    main()
