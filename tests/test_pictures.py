"""Pictures from their outlets' servers to the page: what strangers send is looked at with care, or not at all."""

from __future__ import annotations

import base64
import datetime as dt
import io
import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from conftest import NOW, Site
from pictures import SVG, drawn, file_of, gif, jpeg, png_that_claims, see_through, sixteen_bits, turned
from PIL import Image
from press_editions import WHOLE, briefs, told
from workspaces import workspace_of

from briefing import archive as ar
from briefing import config, desk, identity, newsroom, press, wire
from briefing.desk.pictures import described, furniture, parted
from briefing.errors import TemplateError
from briefing.model import Article, Audience, Block, Entry, Feed, Heard, Looking, Picture, Plate, Snapshot, Window
from briefing.newsroom.editing import Ask, Made
from briefing.wire.plates import HEAVIEST, PictureBody, develop, is_furniture
from briefing.workers import Here

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.archive import Archive
    from briefing.model import Edition
    from briefing.newsroom import Newsroom

TEMPLATES = press.gather([])


def looked(site: Site, *paths: str, **manners: object) -> list[Looking]:
    polite = wire.Manners(**{"allow_private": True, "timeout": 5.0, **manners})
    with wire.Line(polite, clock=lambda: NOW, workers=Here()) as line:
        return list(line.look([wire.PictureAsk(url=site.url(path)) for path in paths]))


def look(site: Site, path: str, **manners: object) -> Looking:
    return looked(site, path, **manners)[0]


def seen(one: Looking) -> Image.Image:
    return Image.open(io.BytesIO(one.bodies[0]))


def is_near(found: Any, colour: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < 40 for a, b in zip(found, colour, strict=True))


# ── the wire ────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_picture_becomes_two_jpegs_under_their_digests(site: Site) -> None:
    site.says("/a.jpg", jpeg(3000, 2000), Content_Type="image/jpeg")
    one = look(site, "/a.jpg")
    assert [(plate.width, plate.height) for plate in one.plates] == [(1200, 800), (560, 373)]
    assert [plate.digest for plate in one.plates] == [identity.digest_of_bytes(body) for body in one.bodies]
    assert all(len(body) <= HEAVIEST for body in one.bodies)
    assert "/robots.txt" in [path for path, _ in site.asked]
    assert "svg" not in dict(site.asked)["/a.jpg"]["Accept"]


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF", "AVIF"])
def test_every_usual_kind_is_read_whatever_its_server_calls_it(site: Site, kind: str) -> None:
    site.says("/a", file_of(drawn(), kind), Content_Type="text/html")
    picture = seen(look(site, "/a"))
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (900, 600))


def test_a_small_picture_is_not_made_larger(site: Site) -> None:
    site.says("/a.jpg", jpeg(480, 320))
    assert [plate.width for plate in look(site, "/a.jpg").plates] == [480]


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_camera_may_be_held_any_way_and_tells_nothing_of_its_owner(site: Site, orientation: int) -> None:
    site.says("/a.jpg", turned(orientation))
    one = look(site, "/a.jpg")
    picture = seen(one)
    assert picture.size == (900, 600)
    above = picture.crop((0, 0, 900, 250)).resize((1, 1)).getpixel((0, 0))
    below = picture.crop((0, 350, 900, 600)).resize((1, 1)).getpixel((0, 0))
    assert above[0] > above[2]
    assert below[2] > below[0]
    assert not picture.getexif()
    assert b"owner" not in one.bodies[0]
    assert b"secret" not in one.bodies[0]


def test_what_is_transparent_lies_on_white_paper(site: Site) -> None:
    site.says("/a.png", see_through())
    assert is_near(seen(look(site, "/a.png")).getpixel((100, 300)), (255, 255, 255))


def test_inks_and_sixteen_bits_become_what_a_screen_shows(site: Site) -> None:
    site.says("/cmyk.jpg", file_of(drawn().convert("CMYK"), "JPEG", quality=95))
    site.says("/grey.png", sixteen_bits())
    inks, grey = looked(site, "/cmyk.jpg", "/grey.png")
    if not inks.url.endswith("cmyk.jpg"):
        inks, grey = grey, inks
    small, plain = seen(inks).resize((30, 20)), drawn().resize((30, 20))
    apart = [abs(a - b) for a, b in zip(small.tobytes(), plain.tobytes(), strict=True)]
    assert sum(apart) / len(apart) < 24
    greys = [abs(a - b) for a, b in zip(seen(grey).convert("L").tobytes(), drawn().convert("L").tobytes(), strict=True)]
    assert sum(greys) / len(greys) < 8


def test_of_a_picture_that_moves_the_first_moment_is_shown(site: Site) -> None:
    site.says("/a.gif", gif(400))
    picture = seen(look(site, "/a.gif"))
    small, plain = picture.resize((20, 15)), drawn(400, 300).resize((20, 15))
    apart = [abs(a - b) for a, b in zip(small.tobytes(), plain.tobytes(), strict=True)]
    assert sum(apart) / len(apart) < 24


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        (png_that_claims(50_000, 50_000), "too large"),
        (png_that_claims(5_000, 5_000), "too large"),
        (b"RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\x10\0\0\0" + b"\xfe\x3f\0" * 2, "too large"),
        (jpeg()[:9_000], "could not be read"),
        (SVG, "no picture that we print"),
        (b"<html><p>Not a picture</p></html>", "no picture that we print"),
        (b"%PDF-1.7", "no picture that we print"),
        (file_of(Image.new("RGB", (1, 1)), "GIF"), "too small"),
        (jpeg(280, 280), "too small"),
        (jpeg(2400, 200), "a strip"),
        (jpeg(300, 1000), "a strip"),
        (file_of(Image.new("RGB", (800, 600), (250, 250, 250)), "PNG"), "shows nothing"),
    ],
    ids=["bomb", "half a bomb", "canvas", "truncated", "svg", "html", "pdf", "pixel", "stamp", "banner", "column", "blank"],
)  # fmt: skip
def test_what_is_no_picture_to_print_is_a_cause_and_no_error(site: Site, body: bytes, cause: str) -> None:
    site.says("/a.jpg", body, Content_Type="image/jpeg")
    one = look(site, "/a.jpg")
    assert cause in one.cause
    assert one.plates == one.bodies == ()


def test_any_broken_file_ends_in_a_cause() -> None:
    for whole in (jpeg(400, 300), file_of(drawn(400, 300), "PNG"), file_of(drawn(400, 300), "WEBP"), gif(3)):
        for at in range(12, len(whole), len(whole) // 24):
            broken = whole[:at] + bytes(255 - sign for sign in whole[at : at + 9]) + whole[at + 9 :]
            made = develop(PictureBody(body=broken))
            assert bool(made.plates) != bool(made.cause)
            develop(PictureBody(body=whole[:at]))


def test_a_bomb_takes_no_memory() -> None:
    code = (
        "import resource, sys; sys.path.insert(0, 'tests'); from pictures import *;"
        "from briefing.wire.plates import *; bomb = png_that_claims(50_000, 50_000); large = jpeg(4800, 3200, progressive=True);"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss; made = develop(PictureBody(body=bomb));"
        "after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss; print(made.cause, '|', (after - before) // 1024)"
    )
    top = Path(__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", code], cwd=top, capture_output=True, text=True, check=True)
    assert "too large" in done.stdout
    assert int(done.stdout.rpartition("|")[2]) < 20  # megabytes


def test_a_picture_that_cannot_be_had_is_a_cause(site: Site) -> None:
    site.says("/private.jpg", "", status=302, Location="http://10.0.0.1/a.jpg")
    site.says("/round.jpg", "", status=302, Location="/round.jpg")
    causes = {one.url.rpartition("/")[2]: one.cause for one in looked(site, "/none.jpg", "/round.jpg")}
    assert causes == {"none.jpg": "not found", "round.jpg": "redirected too often"}
    assert "private network" in look(site, "/private.jpg", allow_private=False).cause
    site.says("/robots.txt", "User-agent: *\nDisallow: /closed/")
    site.says("/closed/a.jpg", jpeg())
    site.says("/way.jpg", "", status=302, Location="/closed/a.jpg")
    assert "leave it alone" in look(site, "/closed/a.jpg").cause
    assert "leave it alone" in look(site, "/way.jpg").cause
    assert "/closed/a.jpg" not in [path for path, _ in site.asked]


def test_a_redirect_into_a_private_network_is_not_followed(site: Site) -> None:
    """The first host may be called (the sample's way), what it points at may not."""
    site.says("/a.jpg", "", status=302, Location=site.url("/b.jpg"))
    site.says("/b.jpg", jpeg())
    polite = wire.Manners(timeout=5.0)
    hosts = {"news.example": ("127.0.0.1", site.port)}
    with wire.Line(polite, clock=lambda: NOW, workers=Here(), hosts=hosts) as line:
        (one,) = line.look([wire.PictureAsk(url="http://news.example/a.jpg")])
    assert "private network" in one.cause
    assert "/b.jpg" not in [path for path, _ in site.asked]


def test_a_picture_is_not_heavier_than_it_may_be(site: Site) -> None:
    site.says("/a.jpg", jpeg())
    assert (
        "too large" in look(site, "/a.jpg", picture_bytes=2_000).cause
        or look(site, "/a.jpg", picture_bytes=2_000).cause
    )


@pytest.mark.parametrize(
    "url", ["http://[", "ftp://news.example/a.jpg", "a.jpg", "", "http://news.example:99999/a.jpg"]
)
def test_what_is_no_address_is_a_cause(url: str) -> None:
    with wire.Line(wire.Manners(), clock=lambda: NOW, workers=Here()) as line:
        (one,) = line.look([wire.PictureAsk(url=url)])
    assert "no web address" in one.cause


def test_nobody_waits_for_a_picture_longer_than_there_is_time(site: Site) -> None:
    site.says("/a.jpg", jpeg())
    with wire.Line(wire.Manners(allow_private=True), clock=lambda: NOW, workers=Here()) as line:
        asks = [wire.PictureAsk(url=site.url(path)) for path in ("/a.jpg", "/hang")]
        found = {one.url.rpartition("/")[2]: one for one in line.look(asks, until=NOW + dt.timedelta(seconds=1))}
    assert found["a.jpg"].plates
    assert found["hang"].cause == "not there in time"


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("/img/logo.png", True), ("/site-logo-300x200.png", True), ("/placeholder_wide.jpg", True), ("/og-image.png", True),
        ("/static/default.jpg", True), ("/share.jpg", True), ("/favicon-512.png", True),
        ("/2025/logos-of-hope-ship.jpg", True), ("/2025/12/harbour.jpg", False), ("/2025/12/catalogue.jpg", False),
        ("/logo/2025/harbour.jpg", False), ("/shareholders-meet.jpg", False), ("/defaulted-loans.jpg", False),
    ],
)  # fmt: skip
def test_a_sites_own_pictures_are_known_by_their_names(name: str, own: bool) -> None:
    assert is_furniture(f"https://news.example{name}") is own


# ── the desk ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("caption", "parts"),
    [
        ("Divers at the quay on Monday. Photograph: Ida Lund/Beta", ("Divers at the quay on Monday.", "Ida Lund/Beta")),
        ("Divers at the quay on Monday. (Beta Wire/Ida Lund)", ("Divers at the quay on Monday.", "Beta Wire/Ida Lund")),
        ("Le quai, lundi. Crédit photo : Anne Roux", ("Le quai, lundi.", "Anne Roux")),
        ("The quay on Monday. Ida Lund for The Halden Post", ("The quay on Monday.", "Ida Lund for The Halden Post")),
        ("The quay © Ida Lund", ("The quay", "Ida Lund")),
        ("The mayor (left) and the harbour master (right)", ("The mayor (left) and the harbour master (right)", "")),
        ("The quay (2012).", ("The quay (2012).", "")),
        ("Image: a dog on the quay", ("Image: a dog on the quay", "")),
        ("She left. Nobody followed her.", ("She left. Nobody followed her.", "")),
        ("The quay. IDA LUND/BETA Purchase Licensing Rights, opens new tab", ("The quay.", "IDA LUND/BETA")),
        ("Photo: Ida Lund", ("", "Ida Lund")),
        ("A first sentence. " + "And so on. " * 40, ("A first sentence. " + "And so on. " * 18).strip()),
        ("x" * 400, ("", "")),
    ],
)  # fmt: skip
def test_a_caption_is_parted_from_who_made_the_picture(caption: str, parts: Any) -> None:
    assert parted(caption) == (parts if isinstance(parts, tuple) else (parts, ""))


def test_a_files_name_describes_nothing() -> None:
    said = ["IMG_2811.jpg", "quay_front_final", "photo 3", "—", "Ferry runs again", "A ferry at the quay"]
    assert [described(alt, "Ferry runs again") for alt in said] == [*[""] * 5, "A ferry at the quay"]


TEXT = (
    "The ferry between Halden and Osted ran again on Monday after a week in which a storm had kept it in port.",
    "The harbour master, Ida Lund, said that 400 passengers had crossed by noon and that more were waiting.",
    "The company will decide on Thursday whether the night crossings start again before the end of the month.",
)
BANK = (
    "The central bank of Sorvia cut its rate to 3.75 per cent on Friday, the fourth cut since the spring.",
    "Governor Pavel Novotny said that wages had risen by 2.1 per cent and that prices hardly moved in October.",
    "Most economists had expected the bank to wait until its meeting in January before it moved again.",
)


def snapshot(*shown: tuple[str, str, str], audience: Audience | None = None, use: str = "full") -> Snapshot:
    """A day on which one feed has an entry for each picture: its address, its caption, its alternative text."""
    heard, articles = [], []
    for n, (url, caption, alt) in enumerate(shown):
        place = ("Halden", "Brannik", "Norvik", "Tessen")[n]
        title, text = (f"Ferry to {place} runs again", TEXT) if n != 1 else ("Sorvia cuts its rate again", BANK)
        entry = Entry(feed="f", identity=str(n), link=f"https://post.example/{n}", title=title)
        digest = identity.digest(entry)
        heard.append(Heard(digest=digest, commit=1, seen=NOW, arrived=NOW - dt.timedelta(hours=1), entry=entry))
        blocks = tuple(Block(kind="paragraph", text=line.replace("Halden", place)) for line in text)
        article = Article(
            url=entry.link, blocks=blocks, language="en", picture=Picture(url=url, caption=caption, alt=alt)
        )
        articles.append((digest, identity.digest(article), article))
    return Snapshot(
        audience=audience or Audience(name="a", title="A", stories=12),
        date=NOW.date(),
        status="edition",
        window=Window(opened=NOW - dt.timedelta(days=1), closed=NOW + dt.timedelta(hours=1)),
        as_of=NOW,
        known=1,
        feeds=(Feed(id="f", url="https://post.example/feed", name="The Post", use=use),),  # type: ignore[arg-type] # one of three
        heard=tuple(heard),
        articles=tuple(articles),
    )


def images(edition: Edition) -> list[Any]:
    return [image for section in edition.sections for story in section.stories for image in story.images]


QUAY = ("https://post.example/quay.jpg", "The ferry at the quay. Ida Lund", "A ferry at a quay")
WIDE, NARROW = Plate(digest="a" * 40, width=1200, height=800), Plate(digest="b" * 40, width=560, height=373)
HAD = Looking(url=QUAY[0], at=NOW, plates=(WIDE, NARROW))


def test_a_draft_names_the_pictures_and_only_what_was_looked_at_is_printed() -> None:
    draft = desk.bind(desk.tell(snapshot(QUAY)))
    assert [(image.url, image.digest) for image in images(draft)] == [(QUAY[0], "")]
    (image,) = images(desk.illustrated(draft, [HAD]))
    assert (image.digest, image.width, image.caption, image.credit) == (
        WIDE.digest,
        1200,
        "The ferry at the quay.",
        "Ida Lund",
    )
    assert images(desk.illustrated(draft, [Looking(url=QUAY[0], at=NOW, cause="not found")])) == []
    assert images(desk.edit(snapshot(QUAY))) == []
    assert WIDE.digest in desk.edit(snapshot(QUAY), (), [HAD]).colophon.used


def test_who_wants_no_pictures_or_may_not_have_them_is_offered_none() -> None:
    without = Audience(name="a", title="A", pictures=False)
    assert images(desk.bind(desk.tell(snapshot(QUAY, audience=without)))) == []
    assert images(desk.bind(desk.tell(snapshot(QUAY, use="quote")))) == []
    assert images(desk.bind(desk.tell(snapshot(QUAY, use="headline")))) == []


def test_a_picture_at_many_entries_of_a_feed_is_its_sites_own() -> None:
    many = snapshot(QUAY, QUAY, QUAY)
    assert furniture(many) == {QUAY[0]}
    assert images(desk.bind(desk.tell(many))) == []
    assert furniture(snapshot(QUAY, QUAY)) == frozenset()


def test_no_picture_stands_twice_in_an_edition() -> None:
    other = ("https://post.example/other.jpg", "", "")
    draft = desk.bind(desk.tell(snapshot(QUAY, other)))
    stories = [story for section in draft.sections for story in section.stories]
    assert len(stories) == 2
    both = [HAD, replace(HAD, url=other[0])]
    assert len(images(desk.illustrated(draft, both))) == 1


def test_the_lead_has_the_wide_plate_and_the_others_the_narrow_one() -> None:
    other = ("https://post.example/other.jpg", "", "")
    plates = (Plate(digest="c" * 40, width=1200, height=800), Plate(digest="d" * 40, width=560, height=373))
    edition = desk.edit(snapshot(QUAY, other), (), [HAD, Looking(url=other[0], at=NOW, plates=plates)])
    assert [image.width for image in images(edition)] == [1200, 560]


# ── the archive ─────────────────────────────────────────────────────────────────────────────────────────────


def test_what_came_of_asking_is_kept_and_never_replaced(archive: Archive) -> None:
    body = jpeg(400, 300)
    plate = Plate(digest=identity.digest_of_bytes(body), width=400, height=300)
    had = Looking(url="https://x.example/" + "a" * 3500, at=NOW, plates=(plate,), bodies=(body,))
    failed = Looking(url="https://x.example/b", at=NOW, cause="not found")
    ar.keep_looked(archive, [had, failed], NOW)
    ar.keep_looked(archive, [replace(had, url="https://x.example/c")], NOW)
    assert ar.looked_at(archive, [had.url, failed.url]) == (replace(had, bodies=()), failed)
    assert ar.looked_at(archive, ["https://x.example/none"]) == ()
    assert ar.plates(archive, [plate.digest, "0" * 40]) == {plate.digest: body}


# ── the newsroom ────────────────────────────────────────────────────────────────────────────────────────────

PAGE = """<html lang=en><head><title>{title}</title><meta property="og:image" content="{picture}"></head><body><article>
<h1>{title}</h1><figure><img src="{picture}" alt="A ferry at a quay"><figcaption>The ferry at the quay on Monday. Photo: Ida Lund</figcaption></figure>
{paragraphs}</article></body></html>"""
FEED = """<rss version="2.0"><channel><title>The Test Post</title><item><title>Ferry to Halden runs again</title><guid>1</guid>
<link>{link}</link><pubDate>Sun, 07 Dec 2025 05:00:00 +0000</pubDate><description>{text}</description>
<enclosure url="{enclosure}" type="image/jpeg" length="1"/></item></channel></rss>"""


def made_in(tmp_path: Path, site: Site, more: str = "") -> Callable[[], Any]:
    """A workspace over one feed with one illustrated article; each call hears, makes and prints the day's edition."""
    page, picture = site.url("/page"), site.url("/quay.jpg")
    words = "".join(f"<p>{text} It was the {n}th day of the storm that year.</p>" for n, text in enumerate(TEXT * 2))
    site.says(
        "/page",
        PAGE.format(title="Ferry to Halden runs again", picture=picture, paragraphs=words),
        Content_Type="text/html",
    )
    site.says(
        "/feed",
        FEED.format(link=page, text=TEXT[0], enclosure=site.url("/other.jpg")),
        Content_Type="application/rss+xml",
    )
    path = workspace_of(tmp_path, site.url("/feed"), more=more or "audiences: {morning: {schedule: '0 6 * * *'}}\n")

    def make(hour: int = 12, **ask: Any) -> tuple[Made, dict[str, bytes], Newsroom, Any]:
        settings, now = config.load(path, {}), dt.datetime(2025, 12, 7, hour, tzinfo=dt.UTC)
        with newsroom.house(settings, clock=lambda: now, environ={}, say=lambda *_: None) as room:
            newsroom.collect(room)
            made = newsroom.make(room, Ask(audience=settings.audiences[0], date=now.date(), **ask))
            assert isinstance(made, Made)
            work = newsroom.Work(
                record=made.record,
                templates=newsroom.templates_of(room, settings.audiences[0]),
                formats=("html", "pdf"),
            )
            files = {one.path.suffix[1:]: one.path.read_bytes() for one in newsroom.print_edition(room, work)}
            verdict = newsroom.verify(room, "morning", now.date())
        return made, files, room, verdict

    return make


def asked_for(site: Site, name: str) -> int:
    return [path for path, _ in site.asked].count(name)


def test_an_edition_prints_its_picture_and_is_the_same_when_it_is_made_again(tmp_path: Path, site: Site) -> None:
    site.says("/quay.jpg", jpeg(1600, 1000))
    make = made_in(tmp_path, site)
    made, files, _, verdict = make()
    (image,) = images(made.edition)
    assert (image.caption, image.credit, image.alt) == (
        "The ferry at the quay on Monday.",
        "Ida Lund",
        "A ferry at a quay",
    )
    assert b"data:image/jpeg;base64," in files["html"]
    assert verdict.outcome == "same", verdict.why
    site.answers.pop("/quay.jpg")  # its outlet may take it away: the day was printed with it
    again, others, _, verdict = make(hour=13)
    assert again.record.digest == made.record.digest
    assert others == files
    assert verdict.outcome == "same", verdict.why
    assert asked_for(site, "/quay.jpg") == 1
    assert asked_for(site, "/other.jpg") == 0


def test_where_the_first_picture_cannot_be_had_the_next_one_is_asked_for(tmp_path: Path, site: Site) -> None:
    site.says("/quay.jpg", SVG)
    site.says("/other.jpg", jpeg())
    make = made_in(tmp_path, site)
    made, _, _, verdict = make()
    assert [image.url for image in images(made.edition)] == [site.url("/other.jpg")]
    assert verdict.outcome == "same", verdict.why


def test_a_picture_that_failed_is_asked_for_once_more_and_then_left_alone(tmp_path: Path, site: Site) -> None:
    make = made_in(tmp_path, site)
    counts = []
    for hour in (12, 12, 13, 14, 15):
        made, files, _, verdict = make(hour=hour)
        assert images(made.edition) == []
        assert b"<figure" not in files["html"]
        assert verdict.outcome == "same", verdict.why
        counts.append(asked_for(site, "/quay.jpg"))
    assert counts == [1, 1, 2, 2, 2]


def test_nobody_is_asked_where_nobody_wants_pictures_or_nobody_may_listen(tmp_path: Path, site: Site) -> None:
    site.says("/quay.jpg", jpeg())
    make = made_in(tmp_path, site, "audiences: {morning: {pictures: false}}\n")
    assert images(make()[0].edition) == []
    assert asked_for(site, "/quay.jpg") == 0
    other = made_in(tmp_path, site)
    assert images(other(listen=False)[0].edition) == []
    assert asked_for(site, "/quay.jpg") == 0


def test_a_picture_that_is_lost_from_the_archive_is_told_of(tmp_path: Path, site: Site) -> None:
    import sqlite3  # noqa: PLC0415 - to damage one

    site.says("/quay.jpg", jpeg())
    make = made_in(tmp_path, site)
    make()
    with sqlite3.connect(tmp_path / "briefing.db") as base:
        base.execute("DELETE FROM plates")
    base.close()
    settings = config.load(tmp_path / "feeds.yaml", {})
    with newsroom.house(settings, clock=lambda: NOW, environ={}, say=lambda *_: None) as room:
        verdict = newsroom.verify(room, "morning", NOW.date())
    assert verdict.outcome == "differs"
    assert "no longer in the archive" in verdict.why[0]


# ── the press ───────────────────────────────────────────────────────────────────────────────────────────────

BODY = jpeg(1200, 800, quality=70)
DIGEST = identity.digest_of_bytes(BODY)


def illustrated(
    *, caption: str = "The quay.", alt: str = "A quay", credit: str = "Ida Lund", paper: str = "letter"
) -> Edition:
    lead, second = briefs()[0], briefs()[1]
    image = replace(lead.images[0], caption=caption, alt=alt, credit=credit, digest=DIGEST)
    narrow = replace(
        image, digest=identity.digest_of_bytes(NARROW_BODY), caption="", alt="", credit="", width=560, height=373
    )
    return replace(told(replace(lead, images=(image,)), replace(second, images=(narrow,))), paper=paper)


NARROW_BODY = jpeg(560, 373, quality=70)
BODIES = {DIGEST: BODY, identity.digest_of_bytes(NARROW_BODY): NARROW_BODY}


def printed(edition: Edition, **more: Any) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(press.set_type(edition, TEMPLATES, ["pdf"], pictures=BODIES, **more)["pdf"]))


def figures(pdf: pikepdf.Pdf) -> list[Any]:
    return [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"]


def test_the_page_carries_its_pictures_and_asks_nobody_for_them() -> None:
    html = press.set_type(illustrated(), TEMPLATES, ["html"], pictures=BODIES)["html"].decode()
    assert base64.b64encode(BODY).decode() in html
    assert html.count("<figure") == 2
    assert "assets.invalid" not in html
    assert '<figcaption><span class="caption" dir="auto">The quay.</span>' in html
    assert "Ida Lund</bdi> · <bdi>The Harbour Gazette" in html


def test_every_picture_has_a_text_for_those_who_do_not_see_it() -> None:
    alts = re.findall(
        r'<img [^>]*alt="([^"]*)"', press.page_html(illustrated(), TEMPLATES, medium="screen", pictures=BODIES)
    )
    assert alts == ["A quay", f"Picture beside: {briefs()[1].headline.text}"]
    other = press.page_html(illustrated(alt=""), TEMPLATES, medium="screen", pictures=BODIES)
    assert 'alt="The quay."' in other


@pytest.mark.parametrize("paper", ["letter", "a4", "a5", "ereader"])
def test_the_pdf_passes_the_pictures_on_and_names_them(paper: str) -> None:
    pdf = printed(illustrated(paper=paper))
    streams = [
        item.read_raw_bytes()
        for item in pdf.objects
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
    ]
    assert sorted(streams) == sorted(BODIES.values())
    assert sorted(str(item.Alt) for item in figures(pdf)) == ["A quay", f"Picture beside: {briefs()[1].headline.text}"]


def test_a_picture_whose_bytes_are_not_there_is_not_printed() -> None:
    files = press.set_type(illustrated(), TEMPLATES, ["html", "pdf"])
    assert b"<figure" not in files["html"]
    assert figures(pikepdf.open(io.BytesIO(files["pdf"]))) == []


def test_a_caption_can_do_the_page_no_harm() -> None:
    evil = '"><script>alert(1)</script> src="https://assets.invalid/pictures/' + DIGEST + '.jpg"'
    html = press.set_type(illustrated(caption=evil, alt=evil, credit=evil), TEMPLATES, ["html"], pictures=BODIES)[
        "html"
    ].decode()
    assert "<script" not in html
    assert html.count("<img") == 2


def test_a_lead_with_a_picture_stays_on_the_front_page() -> None:
    for count in (1, 7, 12):
        stories = [replace(briefs()[n % 8], id=f"s{n}", images=()) for n in range(count)]
        stories[0] = replace(illustrated().sections[0].stories[0], id="s0")
        text = press.page_html(told(*stories), TEMPLATES, medium="print", pictures=BODIES)
        assert "<figure" in text
        pdf = printed(told(*stories))
        assert pdf.pages[0].resources.get("/XObject", {}), (
            f"{count} stories: the lead's picture is not on the first page"
        )


@pytest.mark.parametrize("paper", ["letter", "a5"])
def test_an_upright_picture_hangs_beside_its_text(paper: str) -> None:
    edition = illustrated(paper=paper)
    lead = edition.sections[0].stories[0]
    upright = replace(lead, images=(replace(lead.images[0], width=800, height=1200),))
    for medium in ("print", "screen"):
        html = press.page_html(told(upright), TEMPLATES, medium=medium, pictures=BODIES)
        assert '<div class="hung"><figure class="picture">' in html
        assert html.count("<figure") == 1


@pytest.mark.parametrize("paper", ["letter", "a4", "a5", "ereader"])
@pytest.mark.parametrize("medium", ["print", "screen"])
def test_each_picture_stands_once_on_every_paper(paper: str, medium: str) -> None:
    for more in (0, 3):
        stories = illustrated(paper=paper).sections[0].stories
        edition = replace(
            told(*(replace(one, sources=one.sources + one.sources[:1] * more) for one in stories)), paper=paper
        )
        assert press.page_html(edition, TEMPLATES, medium=medium, pictures=BODIES).count("<figure") == 2


def test_a_template_may_show_pictures_in_its_own_way_and_load_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "edition.html").write_text(
        '{% extends "builtin:edition.html" %}{% block standfirst %}{% for image in story.images if image.digest in page.pictures %}'
        '<img alt="x" src="{{ page.pictures[image.digest] }}">{% endfor %}{% endblock %}'
    )
    html = press.set_type(illustrated(), press.gather([tmp_path]), ["html"], pictures=BODIES)["html"].decode()
    assert html.count(base64.b64encode(BODY).decode()) == 2
    (tmp_path / "edition.html").write_text(
        '{% extends "builtin:edition.html" %}{% block standfirst %}<img alt="" src="https://assets.invalid/x.jpg">{% endblock %}'
    )
    with pytest.raises(TemplateError, match="would be loaded"):
        press.set_type(illustrated(), press.gather([tmp_path]), ["html"], pictures=BODIES)


def test_the_bytes_depend_on_the_pictures_and_nothing_else() -> None:
    one, other = (press.set_type(illustrated(), TEMPLATES, ["html", "pdf"], pictures=BODIES) for _ in range(2))
    assert one == other


def test_the_sample_prints_its_pictures(sample_editions: Path) -> None:
    edition = json.loads((sample_editions / "2025-12-07" / "morning.json").read_text(encoding="utf-8"))
    printed_images = [
        image for section in edition["sections"] for story in section["stories"] for image in story["images"]
    ]
    assert len(printed_images) == 4
    assert printed_images[0]["credit"] == "ATLAS WIRE/Vera Simmel"
    assert (sample_editions / "2025-12-07" / "morning.html").read_bytes().count(b"<figure") == 4
    assert WHOLE.pictures
