"""HTML becomes PDF: WeasyPrint, told where the fonts are, what it may load (only those), and which bytes to name.

The same HTML gives the same bytes in any process, folder, zone and hour: static fonts, our own subsetter, no clock.
"""

from __future__ import annotations

import gc
import logging
import os
import warnings
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from briefing.errors import PressError
from briefing.press import faces, scripts
from briefing.press.directions import set_directions
from briefing.press.finish import finish
from briefing.press.pictures import BASE, picture_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SMALL = 64_000  # characters of a data: address that a template of the house may hold: an ornament, no picture
_measured: dict[str, Any] = {}  # the last page that was measured, laid out: most often the one that is printed next
INSTALL = (
    "Debian, Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b; "
    "Fedora: dnf install pango; macOS: brew install pango"
)


def print_pdf(html: str, *, identifier: str, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """Lay the page out, unless `measure` has just done so, and write it as tagged PDF/UA-1 under a fixed identifier."""
    engine()
    with quiet(), collector_off():
        document = _measured.pop(html, None) or _laid_out(html, pictures)
        document.metadata.attachments = []
        return bytes(document.write_pdf(finisher=finish, pdf_variant="pdf/ua-1", pdf_identifier=identifier.encode()))


def measure(html: str, pictures: Mapping[str, bytes] | None = None) -> float:
    """Lay the page out and say how many pages it fills: 1.5 is a full page and one filled to the half."""
    engine()
    with quiet(), collector_off():
        document = _measured.get(html) or _laid_out(html, pictures)
    _measured.clear()
    _measured[html] = document
    last = document.pages[-1]._page_box  # noqa: SLF001 - WeasyPrint tells the height of what it set nowhere else
    body = next(box for box in last.children if box.element_tag == "html")
    filled = (body.position_y + body.margin_height() - last.content_box_y()) / last.height
    return len(document.pages) - 1 + min(1.0, max(0.0, float(filled)))


def on_front_page(html: str, name: str, pictures: Mapping[str, bytes]) -> bool:
    """Lay the page out and tell whether the element of that name begins on its first page; the layout is kept."""
    engine()
    with quiet(), collector_off():
        document = _measured.get(html) or _laid_out(html, pictures)
    _measured.clear()
    _measured[html] = document
    return name in document.pages[0].anchors


def _laid_out(html: str, pictures: Mapping[str, bytes] | None) -> Any:  # noqa: ANN401 - WeasyPrint has no types
    """Lay a page out with our faces, and with those of other scripts where it needs them."""
    weasyprint = engine()
    cuts = faces.other_faces(html)
    fetch, fonts = fetcher(pictures, {each.name: each.body for each in cuts}), font_configuration()
    source = weasyprint.HTML(string=html, base_url=BASE, url_fetcher=fetch, media_type="print")
    set_directions(source.etree_element)
    others = scripts.sheet(cuts, f"{BASE}fonts/")
    sheets = [weasyprint.CSS(string=others, url_fetcher=fetch, font_config=fonts)] if others else []
    return source.render(font_config=fonts, stylesheets=sheets)


@lru_cache(maxsize=1)
def engine() -> Any:  # noqa: ANN401 - WeasyPrint has no types
    """Import WeasyPrint once, with our fonts alone in sight and our subsetter in place. Raises PressError."""
    os.environ["FONTCONFIG_FILE"] = str(faces.private_fontconfig())
    try:
        with warnings.catch_warnings():  # a machine need not have HarfBuzz's subsetting library: we bring our own
            warnings.filterwarnings("ignore", message="HarfBuzz-Subset", category=DeprecationWarning)
            import weasyprint  # noqa: PLC0415 - slow to import, and only after fontconfig was told where to look
            from weasyprint.pdf import fonts, tags  # noqa: PLC0415 - likewise
    except OSError as error:
        raise PressError(f"a system library for printing is missing: {error}. Install it: {INSTALL}") from error
    from briefing.press.quicker import quicken  # noqa: PLC0415 - as the next: of use to WeasyPrint alone
    from briefing.press.speech import with_language, with_letters  # noqa: PLC0415 - likewise
    from briefing.press.subsetting import subset_font  # noqa: PLC0415 - stands on uharfbuzz

    fonts.Font.subset = subset_font
    fonts.Font.__init__ = with_letters(fonts.Font.__init__)
    tags._build_box_tree = with_language(tags._build_box_tree)  # noqa: SLF001 - it calls itself by this name
    quicken()
    return weasyprint


def font_configuration() -> Any:  # noqa: ANN401 - WeasyPrint has no types
    """Give WeasyPrint's view of the fonts. Raises PressError where there is none: Pango would crash."""
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - after `engine`

    for face in faces.FACES:
        faces.face_bytes(face.file)
    return FontConfiguration()


def warm() -> None:
    """Import and load all that printing needs, and keep the collector from walking it: for workers that fork."""
    _measured.clear()  # a child that let go of it would delete the fonts that its parent prints with
    print_pdf("<html lang=en><title>-</title><p>Aa<b>Bb</b> <i>Cc</i>", identifier="warm")
    gc.collect()
    gc.freeze()


def fetcher(pictures: Mapping[str, bytes] | None = None, others: Mapping[str, bytes] | None = None) -> Any:  # noqa: ANN401 - WeasyPrint has no types
    """Give a fetcher that loads our own fonts, the edition's pictures and small ones of the templates; it refuses the rest.

    `others` are the faces of other scripts that were cut for this page, by name.
    """
    from urllib.request import DataHandler, OpenerDirector  # noqa: PLC0415 - slow to import

    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415 - after `engine`

    class Locked(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
        """Knows no protocol but `data:`, and no host but our own."""

        def __init__(self) -> None:
            OpenerDirector.__init__(self)
            self.add_handler(DataHandler())
            self._fail_on_errors = False

        def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ANN401, ARG002 - as in WeasyPrint
            name = url.removeprefix(f"{BASE}fonts/")
            if name in {face.file for face in faces.FACES}:
                return URLFetcherResponse(url, faces.face_bytes(name), {"Content-Type": "font/ttf"})
            if name in (others or {}):
                return URLFetcherResponse(url, (others or {})[name], {"Content-Type": "font/otf"})
            picture = picture_at(url, pictures or {})
            if picture is not None:
                return URLFetcherResponse(url, picture, {"Content-Type": "image/jpeg"})
            if url.startswith("data:image/") and len(url) <= SMALL:
                answer = OpenerDirector.open(self, url)
                return URLFetcherResponse("data:", answer.read(), dict(answer.headers))
            raise ValueError("refused: a page loads nothing")

    return Locked()


@contextmanager
def quiet() -> Iterator[None]:
    """Keep WeasyPrint's remarks from the user's terminal: they are about our own pages, and hold texts of others."""
    loggers = [logging.getLogger(name) for name in ("weasyprint", "weasyprint.progress", "fontTools")]
    before = [logger.disabled for logger in loggers]
    for logger in loggers:
        logger.disabled = True
    try:
        yield
    finally:
        for logger, disabled in zip(loggers, before, strict=True):
            logger.disabled = disabled


@contextmanager
def collector_off() -> Iterator[None]:
    """Keep the garbage collector from walking a growing page again and again."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
