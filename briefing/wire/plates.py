"""A picture as it came becomes plates: JPEGs that every page and every printer can set, and nothing else of the file.

Strangers' files are opened by Pillow (MIT-CMU), which is told the few formats that it may know. What a file claims of
itself is looked at before it is unpacked: nothing larger than `MOST_PIXELS` ever is.
"""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from briefing import identity
from briefing.model import Plate
from briefing.wire.work import in_time

if TYPE_CHECKING:
    from PIL.Image import Image

    Size = tuple[int, int]

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
MOST_PIXELS = 24_000_000  # of a JPEG, which is unpacked in part: measured, 165 MB where it is a progressive one
OTHERS_PIXELS = 16_000_000  # of any other: measured, 16 bytes each for a WebP with alpha, the hungriest
LEAST = 300  # pixels of its width, and half of them of its height: a smaller one prints as a stamp or as a blur
NARROW, WIDE = 0.4, 3.5  # width by height: what is narrower is a column, what is wider a banner
FLAT = 0.985  # share of one colour from which a picture shows nothing
WIDTHS = (1200, 560)  # pixels: over a column of 122 mm (250 dpi), and in a rail of 40 mm or on a telephone
HIGHEST = 1200  # pixels of a plate's height: a portrait is never printed higher than 82 mm
HEAVIEST = 120_000  # bytes of one plate
QUALITIES = (78, 70, 62, 54, 46)  # of a JPEG, as libjpeg counts: below, edges ring
LONGEST = 10.0  # seconds that one picture may keep a worker
FURNITURE = re.compile(
    r"(?:^|[-_/.])(?:logos?|placeholders?|defaults?|fallback|avatars?|icons?|favicons?|sprites?|spacers?|blank|no[-_]?image"
    r"|share[-_]?(?:image|card)?|social[-_]?(?:image|card|share)?|opengraph|og[-_]?image|apple[-_]touch)(?=[-_/.\d]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureBody:
    """A picture as it came, whatever it says that it is."""

    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Developed:
    """The plates of a picture, the widest first, and their bytes; or why there are none."""

    plates: tuple[Plate, ...] = ()
    bodies: tuple[bytes, ...] = ()
    cause: str = ""


class UnfitError(Exception):
    """A picture that is not printed, and why, in a reader's words."""


def is_furniture(url: str) -> bool:
    """Tell by its file's name that a picture belongs to its site and to no article: a logo, a placeholder."""
    path = url.partition("?")[0].partition("#")[0]
    return FURNITURE.search(unquote(path).rpartition("/")[2]) is not None


def develop(given: PictureBody) -> Developed:
    """Make a picture's plates. A module-level function of one value, which ends in time and raises nothing."""
    try:
        with in_time(LONGEST), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of what it reads all the same
            bodies = _plates(given.body)
    except UnfitError as error:
        return Developed(cause=str(error))
    except (TimeoutError, MemoryError, RecursionError):
        return Developed(cause="the picture could not be read in time")
    except Exception:  # noqa: BLE001 - a broken file makes Pillow's readers raise whatever its bytes lead them to
        return Developed(cause="the picture could not be read")
    plates = tuple(Plate(digest=identity.digest_of_bytes(body), width=w, height=h) for body, (w, h) in bodies)
    return Developed(plates=plates, bodies=tuple(body for body, _ in bodies))


def _plates(body: bytes) -> list[tuple[bytes, Size]]:
    picture = _opened(body)
    _measured(picture.size)
    picture.draft("RGB", (2 * WIDTHS[0], 2 * HIGHEST))  # a JPEG is unpacked no larger than that
    upright = _upright(_plain(_small(picture)))
    if _is_flat(upright):
        raise UnfitError("the picture shows nothing")
    made: list[tuple[bytes, Size]] = []
    plate = upright
    for width in WIDTHS:  # each out of the one before: half the work, and no difference that anybody sees
        plate = _fitted(plate, width)
        made.append(_encoded(plate))
    return list(dict.fromkeys(made))


def _opened(body: bytes) -> Image:
    """Read a picture's head; of one that moves only the first frame is ever unpacked."""
    from PIL import Image as images  # noqa: N813, PLC0415 - Pillow is slow to import, and only workers need it
    from PIL import ImageFile, UnidentifiedImageError  # noqa: PLC0415 - likewise

    ImageFile.LOAD_TRUNCATED_IMAGES = (
        False  # WeasyPrint, where this process has it, wants halves of pictures: we do not
    )
    claimed = _claimed(body)
    if claimed:
        _bounded(claimed, OTHERS_PIXELS)
    try:
        picture = images.open(io.BytesIO(body), formats=FORMATS)
    except images.DecompressionBombError as error:
        raise UnfitError("the picture is too large to be unpacked") from error
    except UnidentifiedImageError as error:
        raise UnfitError("what stands at its address is no picture that we print") from error
    _bounded(picture.size, MOST_PIXELS if picture.format == "JPEG" else OTHERS_PIXELS)
    return picture


def _claimed(body: bytes) -> Size | None:
    """Read the size of an extended WebP from its head: Pillow would make room for its canvas before one could ask."""
    if body[:4] == b"RIFF" and body[8:16] == b"WEBPVP8X" and len(body) >= 30:  # noqa: PLR2004 - the head's length
        return 1 + int.from_bytes(body[24:27], "little"), 1 + int.from_bytes(body[27:30], "little")
    return None


def _bounded(size: Size, most: int) -> None:
    if size[0] * size[1] > most:
        raise UnfitError("the picture is too large to be unpacked")


def _measured(size: Size) -> None:
    """Refuse what no page can use; a picture that lies on its side is measured either way."""
    width, height = size
    if min(width, height) < LEAST // 2 or max(width, height) < LEAST:
        raise UnfitError("the picture is too small to be printed")
    if not NARROW <= width / height <= WIDE:
        raise UnfitError("the picture is a strip")


def _small(picture: Image) -> Image:
    """Unpack a picture and bring it near the size of its widest plate, before anything else is done to every pixel."""
    from PIL import Image as images  # noqa: N813, PLC0415 - see _opened

    picture.load()
    if picture.mode in {"P", "PA", "1"}:
        picture = picture.convert("RGBA" if "transparency" in picture.info else "RGB")
    if picture.mode.startswith("I;16"):
        picture = picture.convert("I")
    room = max(WIDTHS[0], HIGHEST)
    scale = min(1.0, room / min(picture.size))
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, images.Resampling.LANCZOS, reducing_gap=2.0) if scale < 1 else picture


def _plain(picture: Image) -> Image:
    """Turn any picture into red, green and blue as screens mean them (sRGB), on white paper."""
    from PIL import Image as images  # noqa: N813, PLC0415 - see _opened

    profile, orientation = picture.info.get("icc_profile"), _orientation(picture)
    if picture.mode in {"I", "F"}:  # sixteen bits of grey
        picture = picture.point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode == "RGB" and "transparency" in picture.info:
        picture = picture.convert("RGBA")
    if picture.mode in {"RGBA", "LA", "La", "RGBa"}:
        shown = picture.convert("RGBA")
        paper = images.new("RGBA", shown.size, (255, 255, 255, 255))
        picture = images.alpha_composite(paper, shown).convert("RGB")
    plain = _in_srgb(picture, profile) if profile else picture.convert("RGB")
    plain.info = {"orientation": orientation}
    return plain


def _in_srgb(picture: Image, profile: bytes) -> Image:
    """Bring a picture out of the colours that it says it is in; a profile that is broken says nothing."""
    from PIL import ImageCms  # noqa: PLC0415 - see _opened

    try:
        given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(picture, given, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        made = None
    return made or picture.convert("RGB")


def _orientation(picture: Image) -> int:
    """Read how a camera was held (Exif 2.32, tag 274); 1 where a picture stands upright, or does not say."""
    try:
        held = picture.getexif().get(0x0112, 1)
    except Exception:  # noqa: BLE001 - a note that cannot be read is no reason to lose the picture
        return 1
    return held if isinstance(held, int) else 1


def _upright(picture: Image) -> Image:
    from PIL.Image import Transpose  # noqa: PLC0415 - see _opened

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    turn = turns.get(picture.info["orientation"])
    turned = picture if turn is None else picture.transpose(turn)
    if turned.width < LEAST:
        raise UnfitError("the picture is too small to be printed")
    return turned


def _is_flat(picture: Image) -> bool:
    """Tell a picture that is nearly all of one colour: a placeholder, or a page's blank."""
    small = picture.reduce(max(1, min(picture.size) // 64)).resize((64, 64)).quantize(16).convert("L")
    return max(small.histogram()) >= FLAT * 64 * 64


def _fitted(picture: Image, width: int) -> Image:
    from PIL import Image as images  # noqa: N813, PLC0415 - see _opened

    scale = min(1.0, width / picture.width, HIGHEST * width / WIDTHS[0] / picture.height)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture if size == picture.size else picture.resize(size, images.Resampling.LANCZOS, reducing_gap=2.0)


def _encoded(picture: Image) -> tuple[bytes, Size]:
    """Write a JPEG without anything that the file said of itself, as good as its weight allows, or smaller."""
    while True:
        for quality in QUALITIES:
            file = io.BytesIO()
            picture.save(file, "JPEG", quality=quality, optimize=True, subsampling="4:2:0")
            if file.tell() <= HEAVIEST:
                return file.getvalue(), picture.size
        picture = _fitted(picture, picture.width * 4 // 5)
