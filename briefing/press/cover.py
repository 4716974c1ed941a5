"""The cover of a book: drawn from the edition, so that a shelf of mornings can be told apart at the size of a stamp.

A text that our faces cannot draw is left out, never drawn as boxes: the book's own page says it beside the picture.
"""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefing.press.faces import draws, face_bytes
from briefing.press.filters import clean
from briefing.press.locales import date_parts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH, HEIGHT = 1200, 1600  # pixels: the 3:4 of e-readers' screens
MARGIN = 100
SHADES = 32  # colours of the picture: three inks and the steps between them and the paper
DISPLAY, SERIF, SANS = "briefing-serif-display-light.ttf", "briefing-serif-semibold.ttf", "briefing-sans-regular.ttf"
BOLD = "briefing-sans-semibold.ttf"
LARGEST_TITLE, SMALLEST_TITLE, TITLE_LINES = 168, 72, 2
HEADLINE, HEADLINE_LINES = 58, 4
NUMBER, BESIDE = 480, 64  # sizes of the day, and of what stands beside it
INKS: Mapping[str, str] = {"--ink": "#15171c", "--grey": "#5a606b", "--accent": "#8c1d18", "--paper": "#ffffff"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Lines of one size, as they fit."""

    font: Any
    lines: tuple[str, ...]
    size: int


def draw_cover(data: Mapping[str, Any], tokens: Mapping[str, str]) -> bytes:
    """Draw title, day and lead as a PNG of 1200 × 1600 in the colours of the tokens."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - needed only where a book is made

    inks = {name: _colour(tokens.get(name, ""), known) for name, known in INKS.items()}
    image = Image.new("RGB", (WIDTH, HEIGHT), inks["--paper"])
    pen = ImageDraw.Draw(image)
    _frame(pen, data, inks)
    _day(pen, data, inks)
    _lead(pen, data, inks)
    kept = io.BytesIO()
    drawn = image.quantize(SHADES, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    drawn.save(kept, "PNG", compress_level=9)
    return kept.getvalue()


def _frame(pen: Any, data: Mapping[str, Any], inks: Mapping[str, Any]) -> None:  # noqa: ANN401 - Pillow's pen
    """Draw the marking, the dateline between its rules, and the title."""
    marking = _shown(data["marking"])
    if marking:
        for at in (40, HEIGHT - 84):
            _write(pen, _fitted(marking, BOLD, 36, 1), (WIDTH // 2, at), inks["--ink"], anchor="ma")
    pen.rectangle((MARGIN, 120, WIDTH - MARGIN, 131), fill=inks["--ink"])
    lines = data["dateline"]["text"][:-1]  # the day stands large below
    _write(pen, _fitted(_shown(" · ".join(lines)), SANS, 40, 1), (MARGIN, 152), inks["--ink"])
    pen.rectangle((MARGIN, 220, WIDTH - MARGIN, 222), fill=inks["--ink"])
    title = _shown(data["title"])
    size = LARGEST_TITLE
    while size > SMALLEST_TITLE and not _holds(title, size):
        size -= 6
    _write(pen, _fitted(title, DISPLAY, size, TITLE_LINES), (MARGIN, 262), inks["--ink"])


def _day(pen: Any, data: Mapping[str, Any], inks: Mapping[str, Any]) -> None:  # noqa: ANN401 - Pillow's pen
    """Draw the day, its number as large as the page lets it."""
    day = dt.date.fromisoformat(data["date"])
    weekday, number, month = (_shown(part) for part in date_parts(day, data["dateline"]["locale"]))
    _write(pen, _fitted(number, DISPLAY, NUMBER, 1), (MARGIN - 18, 1080), inks["--accent"], anchor="ls")
    room = _font(DISPLAY, NUMBER).getlength(number)
    beside = int(MARGIN + room + 40)
    _write(pen, _fitted(weekday, BOLD, BESIDE, 1), (beside, 984), inks["--ink"], anchor="ls")
    _write(pen, _fitted(month, SANS, BESIDE, 1), (beside, 1066), inks["--grey"], anchor="ls")


def _lead(pen: Any, data: Mapping[str, Any], inks: Mapping[str, Any]) -> None:  # noqa: ANN401 - Pillow's pen
    """Draw what the first story says."""
    stories = [story for section in data["sections"] for story in section["stories"]]
    headline = _shown(stories[0]["headline"]) if stories else ""
    if headline:
        pen.rectangle((MARGIN, 1170, WIDTH - MARGIN, 1172), fill=inks["--ink"])
        _write(pen, _fitted(headline, SERIF, HEADLINE, HEADLINE_LINES), (MARGIN, 1204), inks["--ink"])


def _shown(text: str) -> str:
    """Give a text as it can be drawn: on one line; none where a character would be an empty box."""
    line = " ".join(str(clean(text)).split())
    return line if draws(line) else ""


def _holds(text: str, size: int) -> bool:
    return len(_wrapped(text, _font(DISPLAY, size))) <= TITLE_LINES


def _fitted(text: str, file: str, size: int, most: int) -> Written:
    """Break a text into at most so many lines; what does not fit ends in an ellipsis."""
    font = _font(file, size)
    lines = _wrapped(text, font)
    if len(lines) > most:
        last = f"{lines[most - 1]}…"
        while len(last) > 1 and font.getlength(last) > WIDTH - 2 * MARGIN:
            last = f"{last[:-2].rstrip()}…"
        lines = [*lines[: most - 1], last]
    return Written(font=font, lines=tuple(lines), size=size)


def _wrapped(text: str, font: Any) -> list[str]:  # noqa: ANN401 - a font of Pillow's
    lines: list[str] = []
    for word in text.split():
        for part in _pieces(word, font):
            joined = f"{lines[-1]} {part}" if lines else part
            if lines and font.getlength(joined) <= WIDTH - 2 * MARGIN:
                lines[-1] = joined
            else:
                lines.append(part)
    return lines


def _pieces(word: str, font: Any) -> Sequence[str]:  # noqa: ANN401 - a font of Pillow's
    """Break a word that no line holds."""
    pieces = [""]
    for char in word:
        if pieces[-1] and font.getlength(pieces[-1] + char) > WIDTH - 2 * MARGIN:
            pieces.append("")
        pieces[-1] += char
    return pieces


def _write(pen: Any, written: Written, at: tuple[int, int], ink: Any, anchor: str = "la") -> None:  # noqa: ANN401 - Pillow
    across, down = at
    for line in written.lines:
        pen.text((across, down), line, font=written.font, fill=ink, anchor=anchor)
        down += round(written.size * 1.14)


def _font(file: str, size: int) -> Any:  # noqa: ANN401 - a font of Pillow's
    from PIL import ImageFont  # noqa: PLC0415 - needed only where a book is made

    return ImageFont.truetype(io.BytesIO(face_bytes(file)), size, layout_engine=ImageFont.Layout.BASIC)


def _colour(value: str, known: str) -> Any:  # noqa: ANN401 - what Pillow takes for a colour
    """Read a colour as CSS writes it; one that Pillow does not know is ours."""
    from PIL import ImageColor  # noqa: PLC0415 - needed only where a book is made

    try:
        return ImageColor.getrgb(value)[:3]
    except ValueError:
        return ImageColor.getrgb(known)[:3]
