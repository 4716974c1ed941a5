"""Draw the pictures of the sample outlets: `python docs/make_sample_pictures.py`. Nothing in them ever happened.

Plain shapes in few colours, softened and grained like an old print, so that they hold in black and white, too.
"""

from __future__ import annotations

import math
import random
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageDraw, ImageFilter

if TYPE_CHECKING:
    from collections.abc import Callable

    Point = tuple[float, float]
    Colour = tuple[int, int, int]

DATA = Path(__file__).resolve().parent.parent / "briefing" / "sample" / "data"
SIZE = (1200, 800)
FINE = 2  # drawn so many times as large
W, H = SIZE[0] * FINE, SIZE[1] * FINE


def main() -> None:
    """Write each picture where its article says that it stands, on the day on which it first does."""
    for place, draw in PICTURES.items():
        path = DATA / place
        path.parent.mkdir(parents=True, exist_ok=True)
        finished(draw(), place).save(path, "JPEG", quality=80, optimize=True)


def finished(picture: Image.Image, name: str) -> Image.Image:
    """Make a drawing smaller, grain it, and darken its corners a little."""
    small = picture.resize(SIZE, Image.Resampling.LANCZOS)
    chance = random.Random(name)
    grain = Image.frombytes(
        "L", SIZE, bytes(min(255, max(0, round(chance.gauss(128, 5)))) for _ in range(SIZE[0] * SIZE[1]))
    )
    grained = ImageChops.overlay(small, Image.merge("RGB", [grain.filter(ImageFilter.GaussianBlur(0.6))] * 3))
    shade = Image.new("L", SIZE, 0)
    ImageDraw.Draw(shade).ellipse((-SIZE[0] // 5, -SIZE[1] // 5, SIZE[0] * 6 // 5, SIZE[1] * 6 // 5), fill=255)
    shade = shade.filter(ImageFilter.GaussianBlur(160)).point(lambda value: 200 + value * 55 // 255)
    return ImageChops.multiply(grained, Image.merge("RGB", [shade] * 3))


def gradient(*stops: tuple[float, Colour]) -> Image.Image:
    """Paint a sheet from top to bottom; each stop says how far down its colour stands."""
    column = Image.new("RGB", (1, H))
    for (start, first), (end, last) in pairwise(stops):
        for y in range(round(start * H), min(H, round(end * H) + 1)):
            t = (y / H - start) / (end - start)
            column.putpixel((0, y), tuple(round(a + (b - a) * t) for a, b in zip(first, last, strict=True)))
    return column.resize((W, H))


def rough(points: list[Point], jag: float, chance: random.Random, depth: int = 6) -> list[Point]:
    """Break each side of a line in two again and again, a little aside each time: a bank, a ridge, a shore."""
    for _ in range(depth):
        broken: list[Point] = []
        for (x1, y1), (x2, y2) in pairwise(points):
            reach = jag * math.hypot(x2 - x1, y2 - y1)
            broken += [(x1, y1), ((x1 + x2) / 2 + chance.gauss(0, reach), (y1 + y2) / 2 + chance.gauss(0, reach))]
        points = [*broken, points[-1]]
    return points


def flowing(points: list[Point]) -> list[Point]:
    """Round the corners of a line (Chaikin 1974): a stream has none."""
    for _ in range(4):
        cut = [
            ((3 * x1 + x2) / 4, (3 * y1 + y2) / 4, (x1 + 3 * x2) / 4, (y1 + 3 * y2) / 4)
            for (x1, y1), (x2, y2) in pairwise(points)
        ]
        points = [points[0], *((x, y) for x1, y1, x2, y2 in cut for x, y in ((x1, y1), (x2, y2))), points[-1]]
    return points


def at(*points: Point) -> list[Point]:
    """Give points of the sheet, said in hundredths of it."""
    return [(x * W / 100, y * H / 100) for x, y in points]


def laid(picture: Image.Image, colour: Colour, points: list[Point], *, soft: float = 0, full: float = 1.0) -> None:
    """Lay a shape over a picture."""
    mask = Image.new("L", (W, H), 0)
    ImageDraw.Draw(mask).polygon(points, fill=round(255 * full))
    picture.paste(colour, (0, 0), mask.filter(ImageFilter.GaussianBlur(soft)) if soft else mask)


def lined(
    picture: Image.Image, colour: Colour, points: list[Point], width: float, *, soft: float = 0, full: float = 1.0
) -> None:
    """Draw a line over a picture."""
    mask = Image.new("L", (W, H), 0)
    ImageDraw.Draw(mask).line(points, fill=round(255 * full), width=round(width * FINE), joint="curve")
    picture.paste(colour, (0, 0), mask.filter(ImageFilter.GaussianBlur(soft)) if soft else mask)


def dam() -> Image.Image:
    """Draw a broken dam from the air: the emptied reservoir above it, the torrent's bed below."""
    chance = random.Random(4)
    picture = gradient((0, (122, 130, 118)), (0.5, (94, 104, 86)), (1, (70, 80, 64)))
    for n in range(900):  # woods
        x, y = chance.uniform(0, W), chance.uniform(0, H)
        r = chance.uniform(5, 16) * FINE * (0.5 + y / H)
        dark = (58, 70, 54) if n % 3 else (84, 96, 76)
        ImageDraw.Draw(picture).ellipse((x - r, y - r * 0.7, x + r, y + r * 0.7), fill=dark)
    picture = picture.filter(ImageFilter.GaussianBlur(9))
    left = at((30, -2), (24, 10), (19, 22), (17, 36), (21, 47))
    right = at((81, 47), (86, 35), (83, 20), (74, 9), (66, -2))
    shore = rough(left, 0.05, chance) + rough(right, 0.05, chance)
    laid(picture, (176, 164, 138), shore, soft=3)
    middle = (50 * W / 100, 24 * H / 100)
    for ring in range(1, 9):  # the marks of a falling water
        near = 1 - ring * 0.085
        inner = [
            (middle[0] + (x - middle[0]) * near, middle[1] + (y - middle[1]) * (near if y > middle[1] else 1))
            for x, y in shore
        ]
        shade = 168 - ring * 7 + (9 if ring % 2 else 0)
        laid(picture, (shade + 4, shade - 10, shade - 38), inner, soft=2)
    channel = flowing(at((46, -2), (43, 6), (54, 13), (46, 20), (50, 27), (63, 32), (55, 40), (58, 50)))
    lined(picture, (96, 86, 66), channel, 26, soft=4)
    lined(picture, (138, 128, 104), channel, 11, soft=3)
    bed = rough(at((53, 50), (47, 62), (36, 78), (22, 102)), 0.05, chance)
    bank = rough(at((86, 102), (74, 82), (66, 66), (63, 50)), 0.05, chance)
    laid(picture, (150, 132, 102), bed + bank, soft=5)
    for n in range(46):  # what the water left
        t = chance.random()
        x = 56 - 2 * t + max(-1.4, min(1.4, chance.gauss(0, 1))) * (2 + 13 * t)
        y = 53 + 47 * t
        reach = 2 + 7 * t
        streak = rough(at((x, y), (x + chance.gauss(0, 1) - (56 - x) * 0.12, y + reach)), 0.08, chance, 3)
        lined(picture, (112, 96, 72) if n % 2 else (176, 160, 130), streak, 2 + 6 * t, soft=3, full=0.7)
    stream = flowing(at((58, 50), (59, 58), (52, 66), (58, 76), (48, 85), (53, 94), (46, 102)))
    lined(picture, (104, 92, 70), stream, 34, soft=5)
    lined(picture, (196, 186, 162), stream, 9, soft=4, full=0.8)
    for crest, foot, toe, corner in (
        ((16, 47), (53.5, 51.5), (51.5, 60.5), (11, 56)),
        ((62.5, 51.5), (84, 47), (90, 56), (64.5, 60.5)),
    ):
        slope = at(crest, foot, toe, corner)
        laid(picture, (124, 126, 116), rough([*slope, slope[0]], 0.008, chance, 4), soft=2)
        lined(picture, (206, 204, 194), at(crest, foot), 11)
        lined(picture, (92, 94, 88), at((crest[0], crest[1] + 1), (foot[0], foot[1] + 1)), 2)
    for side, lean in ((53.5, -1), (62.5, 1)):  # where it broke
        torn = at(
            (side, 51),
            (side + lean * 2.6, 51),
            (side + lean * 2.2, 57),
            (side - lean * 1.2, 61.5),
            (side - lean * 0.8, 54),
        )
        laid(picture, (84, 74, 58), rough([*torn, torn[0]], 0.06, chance, 4), soft=2)
    tower = at((71, 45.5), (73, 45.3), (73, 49), (71, 49.2))
    laid(picture, (226, 222, 210), tower)
    laid(picture, (70, 72, 70), at((73, 45.3), (73.8, 46), (73.8, 49.4), (73, 49)))
    return picture


def rig() -> Image.Image:
    """Draw a drilling rig under floodlights in the snow."""
    chance = random.Random(7)
    picture = gradient((0, (16, 22, 34)), (0.55, (44, 54, 70)), (0.72, (96, 102, 110)), (1, (150, 154, 158)))
    for spread, full in ((34, 0.28), (22, 0.32), (12, 0.4)):
        laid(picture, (226, 214, 178), at((50, 6), (50 - spread, 76), (50 + spread, 76)), soft=110, full=full)
    wood = rough(at((-2, 66), (14, 61), (30, 65), (48, 60), (66, 65), (84, 60), (102, 66)), 0.05, chance)
    laid(picture, (22, 28, 36), [*wood, (W, H * 0.8), (0, H * 0.8)], soft=3)
    for n in range(130):
        x, y = n * 100 / 129, 63 + chance.gauss(0, 1.2)
        high = chance.uniform(4, 10)
        laid(picture, (20, 26, 33), at((x - 1, y + 5), (x, y - high), (x + 1, y + 5)), soft=1)
    snow = rough(at((-2, 73), (22, 71), (50, 74), (78, 71), (102, 74)), 0.01, chance)
    laid(picture, (196, 200, 204), [*snow, (W, H), (0, H)], soft=4)
    laid(picture, (238, 234, 222), at((28, 77), (72, 77), (88, 101), (12, 101)), soft=60, full=0.8)
    steel, lit = (30, 32, 36), (214, 206, 184)
    for side in (-1, 1):
        lined(picture, steel, at((50 + side * 7, 76), (50 + side * 1.6, 10)), 7)
        lined(picture, lit, at((50 + side * 6.7, 76), (50 + side * 1.4, 10)), 1.6)
    levels = [(76 - n * 5.5, 7 - n * 0.45) for n in range(13)]
    for (low, wide), (high, less) in pairwise(levels):
        lined(picture, steel, at((50 - wide, low), (50 + less, high)), 2.6)
        lined(picture, steel, at((50 + wide, low), (50 - less, high)), 2.6)
        lined(picture, steel, at((50 - wide, low), (50 + wide, low)), 3)
    laid(picture, steel, at((47.4, 7), (52.6, 7), (52, 11), (48, 11)))
    lined(picture, steel, at((50, 10), (50, 74)), 2)
    laid(picture, (44, 46, 50), at((38, 70), (62, 70), (62, 78), (38, 78)))
    laid(picture, (92, 90, 84), at((38, 70), (62, 70), (62, 71.2), (38, 71.2)))
    for x, wide in ((20, 10), (68, 14)):
        laid(picture, (54, 56, 58), at((x, 69), (x + wide, 69), (x + wide, 79), (x, 79)))
        laid(picture, (236, 224, 178), at((x + 2, 72), (x + 4, 72), (x + 4, 75), (x + 2, 75)))
        laid(picture, (232, 232, 228), at((x - 0.4, 68), (x + wide + 0.4, 68), (x + wide, 69.4), (x, 69.4)), soft=2)
    for x in (30, 86):
        lined(picture, steel, at((x, 79), (x, 44)), 3)
        for dx in (-1, 1):
            laid(
                picture,
                (255, 250, 230),
                at(
                    (x + dx * 1.4 - 0.9, 42.6),
                    (x + dx * 1.4 + 0.9, 42.6),
                    (x + dx * 1.4 + 0.9, 44.4),
                    (x + dx * 1.4 - 0.9, 44.4),
                ),
            )
        laid(picture, (255, 246, 214), at((x - 3, 40), (x + 3, 40), (x + 3, 47), (x - 3, 47)), soft=34, full=0.8)
    for x in (42, 45.5, 57, 59.2):  # people, for the size of it
        tall = chance.uniform(5.2, 6)
        laid(
            picture,
            (26, 26, 28),
            at((x - 0.7, 83), (x - 0.6, 83 - tall * 0.7), (x + 0.6, 83 - tall * 0.7), (x + 0.7, 83)),
        )
        laid(
            picture,
            (226, 182, 60),
            at(
                (x - 0.4, 83 - tall * 0.95),
                (x + 0.4, 83 - tall * 0.95),
                (x + 0.4, 83 - tall * 0.72),
                (x - 0.4, 83 - tall * 0.72),
            ),
        )
        lined(picture, (120, 122, 124), at((x, 83.2), (x + (x - 50) * 0.5, 90)), 6, soft=8, full=0.6)
    for _ in range(420):
        x, y, r = chance.uniform(0, W), chance.uniform(0, H), chance.uniform(1, 3.4)
        ImageDraw.Draw(picture).ellipse((x - r, y - r, x + r, y + r), fill=(222, 224, 226))
    return picture


def curling() -> Image.Image:
    """Draw the last end of a game of curling, seen from above the house."""
    chance = random.Random(11)
    picture = gradient((0, (206, 216, 222)), (1, (232, 237, 239)))
    for _ in range(2600):  # pebble
        x, y, r = chance.uniform(0, W), chance.uniform(0, H), chance.uniform(1, 3)
        ImageDraw.Draw(picture).ellipse((x - r, y - r, x + r, y + r), fill=(240, 244, 245))
    centre = (41 * W / 100, 54 * H / 100)
    ring = Image.new("RGB", (W, H))
    mask = Image.new("L", (W, H), 0)
    for radius, colour in ((620, (44, 86, 124)), (410, (236, 240, 241)), (210, (164, 48, 42)), (66, (236, 240, 241))):
        box = (centre[0] - radius, centre[1] - radius * 0.86, centre[0] + radius, centre[1] + radius * 0.86)
        ImageDraw.Draw(ring).ellipse(box, fill=colour)
        ImageDraw.Draw(mask).ellipse(box, fill=216)
    picture.paste(ring, (0, 0), mask.filter(ImageFilter.GaussianBlur(2)))
    lined(picture, (60, 66, 72), at((-2, 54), (102, 54)), 3, full=0.7)
    lined(picture, (60, 66, 72), at((41, -2), (41, 102)), 3, full=0.7)
    lined(picture, (52, 58, 66), at((88, -2), (88, 102)), 9, full=0.8)
    light = rough(at((101, 22), (78, 33), (58, 45), (49, 50.5)), 0.004, chance)
    lined(picture, (250, 252, 252), light, 30, soft=14, full=0.8)
    stones = (
        (47, 51, True),
        (38.5, 63, False),
        (29, 40, True),
        (58, 70, False),
        (53.5, 33, True),
        (20, 68, False),
        (70, 24, False),
    )
    for x, y, red in stones:
        _stone(picture, x * W / 100, y * H / 100, (168, 44, 38) if red else (206, 168, 58))
    _broom(picture, at((66, 84), (52.4, 59)))
    return picture


def _stone(picture: Image.Image, x: float, y: float, colour: Colour) -> None:
    r = 96
    shadow = Image.new("L", (W, H), 0)
    ImageDraw.Draw(shadow).ellipse((x - r + 22, y - r * 0.86 + 30, x + r + 30, y + r * 0.86 + 34), fill=120)
    picture.paste((70, 82, 92), (0, 0), shadow.filter(ImageFilter.GaussianBlur(14)))
    draw = ImageDraw.Draw(picture)
    for grow, fill in ((0, (62, 66, 70)), (-7, (120, 124, 126)), (-20, (146, 149, 150))):
        draw.ellipse((x - r - grow, y - (r + grow) * 0.9, x + r + grow, y + (r + grow) * 0.9), fill=fill)
    draw.ellipse((x - 50, y - 46, x + 50, y + 44), fill=colour)
    draw.ellipse((x - 38, y - 36, x + 30, y + 26), fill=tuple(min(255, part + 22) for part in colour))
    dark = tuple(part * 6 // 10 for part in colour)
    draw.line((x - 34, y + 10, x + 30, y - 14), fill=dark, width=20)
    draw.ellipse((x + 20, y - 26, x + 44, y - 4), fill=dark)


def _broom(picture: Image.Image, points: list[Point]) -> None:
    (x1, y1), (x2, y2) = points
    lined(picture, (96, 106, 114), [(x1 + 30, y1 + 26), (x2 + 30, y2 + 26)], 9, soft=10, full=0.5)
    lined(picture, (40, 44, 50), [(x1 + 400, y1 + 735), (x2, y2)], 9)
    lined(picture, (120, 126, 132), [(x1 + 397, y1 + 735), (x2 - 3, y2)], 2)
    laid(picture, (30, 32, 36), [(x2 - 74, y2 - 8), (x2 + 56, y2 - 52), (x2 + 70, y2 - 12), (x2 - 60, y2 + 32)], soft=1)


def barges() -> Image.Image:
    """Draw barges that wait below a lock, in fog."""
    chance = random.Random(3)
    picture = gradient((0, (190, 190, 184)), (0.42, (222, 218, 208)), (0.46, (190, 190, 184)), (1, (104, 112, 114)))
    for depth, (base, shade) in enumerate(((40, 182), (43, 158), (46, 128))):
        ridge = rough(
            at((-2, base), (20, base - 7 + depth), (45, base - 2), (70, base - 8 + depth), (102, base - 1)),
            0.05,
            chance,
        )
        laid(picture, (shade - 6, shade, shade - 2), [*ridge, (W, H * 0.47), (0, H * 0.47)], soft=6)
    laid(picture, (150, 150, 142), at((58, 30), (102, 24), (102, 52), (58, 48)), soft=2)
    laid(picture, (118, 118, 112), at((58, 30), (64, 30), (64, 49), (58, 48)), soft=1)
    for n in range(4):
        x = 68 + n * 9
        laid(
            picture,
            (82, 84, 82),
            at((x, 31 - n), (x + 4.6, 30.4 - n), (x + 4.6, 49 + n * 0.5), (x, 48.6 + n * 0.5)),
            soft=1,
        )
    lined(picture, (64, 66, 66), at((57, 29.6), (102, 23)), 5)
    for n in range(70):  # the water
        y = 50 + 50 * (n / 70) ** 1.5
        x, wide = chance.uniform(-5, 95), chance.uniform(4, 18)
        tone = 196 if n % 2 else 92
        lined(
            picture,
            (tone, tone + 3, tone + 2),
            at((x, y), (x + wide, y + chance.gauss(0, 0.1))),
            1 + 3 * n / 70,
            soft=4,
            full=0.5,
        )
    for x, y, long, tone in ((43, 51, 20, 96), (22, 56, 32, 74), (-6, 66, 56, 48)):
        high = long * 0.13
        laid(
            picture,
            (tone - 20, tone - 16, tone - 14),
            at(
                (x, y + high),
                (x + long, y + high),
                (x + long * 0.96, y + high * 1.9),
                (x + long * 0.03, y + high * 1.9),
            ),
            soft=16,
            full=0.7,
        )
        hull = at((x, y), (x + long, y - high * 0.25), (x + long * 0.97, y + high), (x + long * 0.02, y + high))
        laid(picture, (tone, tone - 8, tone - 12), hull, soft=1.5)
        lined(picture, (tone + 70, tone + 62, tone + 50), [hull[0], hull[1]], long / 9)
        lined(
            picture,
            (150 - tone // 3, 66, 52),
            at((x + long * 0.02, y + high * 0.8), (x + long * 0.972, y + high * 0.76)),
            long / 12,
        )
        for n in range(5):
            start = x + long * (0.3 + n * 0.12)
            laid(
                picture,
                (tone + 34, tone + 26, tone + 14),
                at(
                    (start, y - high * 0.08),
                    (start + long * 0.05, y - high * 0.75),
                    (start + long * 0.12, y - high * 0.16),
                ),
                soft=2,
            )
        cabin = at(
            (x + long * 0.06, y),
            (x + long * 0.06, y - high * 0.95),
            (x + long * 0.2, y - high),
            (x + long * 0.2, y - high * 0.05),
        )
        laid(picture, (226 - tone // 4, 222 - tone // 4, 208 - tone // 4), cabin, soft=1)
        for n in range(3):
            window = x + long * (0.08 + n * 0.04)
            laid(
                picture,
                (60, 66, 70),
                at(
                    (window, y - high * 0.75),
                    (window + long * 0.025, y - high * 0.76),
                    (window + long * 0.025, y - high * 0.48),
                    (window, y - high * 0.47),
                ),
            )
        lined(
            picture,
            (tone - 10, tone - 10, tone - 10),
            at((x + long * 0.9, y), (x + long * 0.9, y - high * 1.5)),
            long / 24,
        )
    laid(picture, (228, 226, 218), at((-5, 38), (105, 38), (105, 54), (-5, 54)), soft=120, full=0.55)
    return picture


def core() -> Image.Image:
    """Draw a core of lake mud, cut lengthwise: the years lie beside each other, and one band is white."""
    chance = random.Random(9)
    picture = gradient((0, (58, 62, 66)), (1, (40, 43, 47)))
    top, bottom = 30, 70
    laid(picture, (26, 28, 30), at((-2, top - 1), (102, top - 1), (102, bottom + 4), (-2, bottom + 4)), soft=20)
    x = 0.0
    while x < 100:
        wide = abs(chance.gauss(0.55, 0.4)) + 0.12
        tone = chance.choice((92, 108, 124, 138, 150)) + chance.randint(-8, 8)
        colour = (tone + 14, tone - 2, tone - 26)
        if 61 < x < 68:
            colour = (226 + chance.randint(-6, 6), 220, 202)
        lean = chance.gauss(0, 0.14)
        laid(
            picture,
            colour,
            rough(at((x - 0.3, top), (x + lean, bottom)), 0.003, chance, 5)
            + rough(at((x + wide + lean + 1.5, bottom), (x + wide + 1.5, top)), 0.003, chance, 5),
            soft=1.2,
        )
        x += wide
    for y, tone, full in ((top + 0.5, 255, 0.28), (bottom - 3, 0, 0.3)):
        laid(picture, (tone, tone, tone), at((-2, y), (102, y), (102, y + 4), (-2, y + 4)), soft=26, full=full)
    laid(picture, (198, 200, 200), at((-2, bottom), (102, bottom), (102, bottom + 1.6), (-2, bottom + 1.6)), soft=1)
    laid(picture, (168, 171, 172), at((-2, top - 1.6), (102, top - 1.6), (102, top), (-2, top)), soft=1)
    laid(picture, (220, 208, 166), at((-2, 80), (102, 80), (102, 87), (-2, 87)))
    for n in range(101):
        long = 3.4 if n % 10 == 0 else 2.4 if n % 5 == 0 else 1.5
        lined(picture, (40, 38, 34), at((n, 80), (n, 80 + long)), 2)
    return picture


PICTURES: dict[str, Callable[[], Image.Image]] = {
    "2025-12-06/atlas-wire.example/pictures/2025/12/rig-night.jpg": rig,
    "2025-12-06/meridian-ledger.example/media/2025/12/core-laboratory.jpg": core,
    "2025-12-07/atlas-wire.example/pictures/2025/12/orlava-aerial.jpg": dam,
    "2025-12-07/atlas-wire.example/pictures/2025/12/barges-halden.jpg": barges,
    "2025-12-07/northern-courier.example/wp-content/uploads/2025/12/rowe-final.jpg": curling,
}

if __name__ == "__main__":
    main()
