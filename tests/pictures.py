"""Pictures that tests draw for themselves: good ones of every kind, and what strangers send instead."""

from __future__ import annotations

import io
import random
import struct
import zlib
from functools import cache

from PIL import Image, ImageDraw

RED, BLUE = (190, 40, 30), (30, 60, 190)


@cache
def drawn(width: int = 900, height: int = 600, seed: int = 1) -> Image.Image:
    """A picture with something on it: a red upper half, a blue lower one, and rectangles."""
    chance, picture = random.Random(seed), Image.new("RGB", (width, height), RED)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, height // 2, width, height), fill=BLUE)
    for _ in range(60):
        x, y = chance.randrange(width), chance.randrange(height)
        draw.rectangle((x, y, x + width // 12, y + height // 30), fill=tuple(chance.randrange(256) for _ in range(3)))
    return picture


def file_of(picture: Image.Image, kind: str, **how: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **how)
    return file.getvalue()


def jpeg(width: int = 900, height: int = 600, seed: int = 1, **how: object) -> bytes:
    return file_of(drawn(width, height, seed), "JPEG", **{"quality": 90, **how})


def turned(orientation: int) -> bytes:
    """A JPEG whose camera was held in one of eight ways; upright, its upper half is red."""
    stored = {
        1: drawn(), 3: drawn().transpose(Image.Transpose.ROTATE_180), 6: drawn().transpose(Image.Transpose.ROTATE_90),
        8: drawn().transpose(Image.Transpose.ROTATE_270),
    }[orientation]  # fmt: skip
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "A camera that names its owner"
    return file_of(stored, "JPEG", exif=exif, comment=b"a secret remark")


def png_that_claims(width: int, height: int) -> bytes:
    """A small file that says that it is huge."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def gif(frames: int) -> bytes:
    first = drawn(400, 300).quantize(32)
    others = [Image.new("P", (400, 300), n % 32) for n in range(frames - 1)]
    return file_of(first, "GIF", save_all=True, append_images=others, optimize=False)


def sixteen_bits() -> bytes:
    grey = drawn().convert("L").convert("I").point(lambda value: value * 257)
    return file_of(grey.convert("I;16"), "PNG")


def see_through() -> bytes:
    """A PNG whose left half is nothing at all; what stands under it is black."""
    picture = drawn().convert("RGBA")
    picture.paste((0, 0, 0, 0), (0, 0, 450, 600))
    return file_of(picture, "PNG")


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><script>alert(1)</script></svg>'
