"""What sets the pages: versions for `doctor` and for the record of a making."""

from __future__ import annotations

from briefing.press.faces import font_digest
from briefing.press.printer import engine
from briefing.press.scripts import INSTALL, installed


def toolchain() -> dict[str, str]:
    """Give name and version of everything that the PDF's bytes depend on. Raises PressError naming what is missing."""
    weasyprint = engine()
    import uharfbuzz  # noqa: PLC0415 - a compiled library, needed only where pages are set
    from weasyprint.text.ffi import pango  # noqa: PLC0415 - after `engine`

    packed = pango.pango_version()
    return {
        "WeasyPrint": str(weasyprint.__version__),
        "Pango": f"{packed // 10000}.{packed // 100 % 100}.{packed % 100}",
        "uharfbuzz": str(uharfbuzz.__version__),
        "HarfBuzz (uharfbuzz)": str(uharfbuzz.version_string()),
        "HarfBuzz (system)": _system_harfbuzz(),
        "fonts": font_digest(),
        "fonts of other scripts": ", ".join(f"{name} {found}" for name, found in installed().items() if found)
        or f"none: {INSTALL} brings them",
    }


def _system_harfbuzz() -> str:
    """Ask the library that Pango shapes with; WeasyPrint declares only a test of its version, so search upwards."""
    from weasyprint.text.ffi import harfbuzz  # noqa: PLC0415 - after `engine`

    major = max(number for number in range(100) if harfbuzz.hb_version_atleast(number, 0, 0))
    minor = max(number for number in range(100) if harfbuzz.hb_version_atleast(major, number, 0))
    micro = max(number for number in range(100) if harfbuzz.hb_version_atleast(major, minor, number))
    return f"{major}.{minor}.{micro}"
