"""Cut fonts for the PDF with the pinned uharfbuzz instead of the system's library or fontTools.

Without `libharfbuzz-subset` WeasyPrint falls back to fontTools, which is 2.6 times slower and writes the hour of
making into the font. Glyph numbers stay: the PDF's text refers to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from briefing.press.faces import hb_tag

if TYPE_CHECKING:
    from collections.abc import Mapping

DROPPED = ("BASE", "DSIG", "EBDT", "EBLC", "EBSC", "GPOS", "GSUB", "GDEF", "JSTF", "LTSH", "PCLT", "SVG ")


class EmbeddedFont(Protocol):
    """What is used of WeasyPrint's own noun."""

    file_content: bytes
    index: int
    missing: Mapping[int, int]


def subset_font(font: EmbeddedFont, glyphs: Mapping[int, str], hinting: bool) -> None:
    """Keep the glyphs that a document uses: stands in for `weasyprint.pdf.fonts.Font.subset`."""
    if not glyphs:
        return
    import uharfbuzz as hb  # noqa: PLC0415 - a compiled library, needed only where a PDF is made

    face = hb.Face(hb.Blob(font.file_content), font.index)
    emptied = hb.subset(face, _wish(sorted(glyphs), hinting, font, keep_numbers=True))
    everything = range(max(glyphs) + 1)
    font.file_content = bytes(hb.subset(emptied, _wish(everything, hinting, font, keep_numbers=False)).blob.data)


def _wish(glyphs: Any, hinting: bool, font: EmbeddedFont, *, keep_numbers: bool) -> Any:  # noqa: ANN401 - no types
    import uharfbuzz as hb  # noqa: PLC0415 - as above

    wish = hb.SubsetInput()
    wish.glyph_set.update(glyphs)
    wish.drop_table_tag_set.update(hb_tag(name) for name in DROPPED)
    wish.layout_feature_tag_set.clear()
    flags = hb.SubsetFlags.DESUBROUTINIZE | hb.SubsetFlags.PASSTHROUGH_UNRECOGNIZED
    flags |= hb.SubsetFlags.RETAIN_GIDS if keep_numbers else hb.SubsetFlags(0)
    flags |= hb.SubsetFlags(0) if hinting else hb.SubsetFlags.NO_HINTING
    flags |= hb.SubsetFlags.NOTDEF_OUTLINE if font.missing else hb.SubsetFlags(0)
    wish.flags = flags
    return wish
