from __future__ import annotations

import contextlib
import datetime as dt
import gzip
import json
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from conftest import NOW, Site, zipped
from hypothesis import given
from hypothesis import strategies as st

from briefing import identity, wire
from briefing.model import Entry, Feed, Observation, Place, Validators
from briefing.workers import Here

if TYPE_CHECKING:
    from briefing.model import Hearing, Reading

SAMPLE = files("briefing.sample") / "data"
EXPECTED = json.loads((SAMPLE / "EXPECTED.json").read_text(encoding="utf-8"))
RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>The Test Post</title>
<item><title>Rain</title><link>https://x.example/rain?utm_source=rss</link><guid>1</guid>
<pubDate>Sun, 07 Dec 2025 05:00:00 -0500</pubDate><description>It rained &lt;b&gt;hard&lt;/b&gt;.</description></item>
</channel></rss>"""


def hear(site: Site, path: str, *, feed: Feed | None = None, **manners: object) -> Hearing:
    return hear_all([wire.Ask(feed=feed or Feed(id="f", url=site.url(path)), url=site.url(path))], **manners)[0]


def hear_all(asks: list[wire.Ask], **manners: object) -> list[Hearing]:
    polite = wire.Manners(**{"allow_private": True, "timeout": 5.0, **manners})

    with wire.Line(polite, clock=lambda: NOW, workers=Here()) as line:
        return list(line.hear(asks))


def read(site: Site, path: str, **manners: object) -> Reading:
    polite = wire.Manners(**{"allow_private": True, "timeout": 5.0, **manners})

    with wire.Line(polite, clock=lambda: NOW, workers=Here()) as line:
        return next(line.read([wire.PageAsk(feed="f", entry="00", url=site.url(path))]))


def entries_of(hearing: Hearing) -> tuple[Entry, ...]:
    return tuple(identity.restore(Entry, json.loads(identity.unpack(version.body))) for version in hearing.versions)


def parsed(body: str | bytes, *, url: str = "", content_type: str = "", feed: Feed | None = None) -> tuple[Entry, ...]:
    raw = body.encode() if isinstance(body, str) else body
    return wire.parse_feed(raw, url=url, content_type=content_type, feed=feed or Feed(id="f", url="")).entries


def cause(hearing: Hearing | Reading) -> str:
    assert hearing.silence is not None
    return hearing.silence.cause


def test_a_feed_is_heard(site: Site) -> None:
    site.says("/feed", RSS, Content_Type="application/rss+xml", ETag='"1"')
    heard = hear(site, "/feed", contact="desk@example.org")
    assert heard.title == "The Test Post"
    entry = entries_of(heard)[0]
    assert (entry.title, entry.link, entry.identity) == ("Rain", "https://x.example/rain", "1")
    assert entry.published == dt.datetime(2025, 12, 7, 10, tzinfo=dt.UTC)
    assert [block.text for block in entry.blocks] == ["It rained hard."]
    assert site.asked[0][1]["User-Agent"].endswith("(+desk@example.org)")


def test_an_unchanged_feed_is_asked_for_no_more_than_that(site: Site) -> None:
    site.says("/feed", RSS, ETag='"1"')
    first = hear(site, "/feed")
    feed = Feed(id="f", url=site.url("/feed"))
    second = hear_all([wire.Ask(feed=feed, url=feed.url, validators=first.validators)])[0]
    assert second.outcome == "unchanged"
    assert site.asked[1][1]["If-None-Match"] == '"1"'


def test_entries_that_stand_as_they_did_are_not_read_again() -> None:
    second = RSS.replace("</channel>", "<item><title>Snow</title><guid>2</guid></item></channel>")
    feed = Feed(id="f", url="")

    def told(body: str, seen: bytes) -> list[str]:
        return [
            entry.title
            for entry in wire.parse_feed(body.encode(), url="", content_type="", feed=feed, seen=seen).entries
        ]

    seen = wire.parse_feed(RSS.encode(), url="", content_type="", feed=feed).seen
    assert told(RSS, b"") == ["Rain"]
    assert told(RSS, seen) == []
    assert told(second, seen) == ["Snow"]
    assert told(second.replace("hard", "softly"), seen) == ["Rain", "Snow"]
    assert told(second.replace("<guid>2", "<guid>1"), seen) == ["Rain", "Snow"]  # shared ids are told apart together


def test_the_same_body_without_validators_is_unchanged_too(site: Site) -> None:
    site.says("/feed", RSS)
    first = hear(site, "/feed")
    assert first.validators == Validators(body=first.validators.body, seen=first.validators.seen)
    feed = Feed(id="f", url=site.url("/feed"))
    assert hear_all([wire.Ask(feed=feed, url=feed.url, validators=first.validators)])[0].outcome == "unchanged"


@pytest.mark.parametrize(
    ("path", "status", "headers", "body", "expected"),
    [
        ("/a", 404, {}, "", "not found"),
        ("/a", 410, {}, "", "gone for good"),
        ("/a", 500, {}, "", "an error of its own"),
        ("/a", 403, {}, "", "refused us"),
        ("/a", 200, {}, "", "empty"),
        ("/a", 200, {}, "<!doctype html><html><body><p>Hello</p></body></html>", "web page"),
        ("/a", 200, {}, "no feed at all", "not a feed"),
        ("/a", 302, {"Location": "/a"}, "", "redirected too often"),
        ("/a", 302, {"Location": "file:///etc/passwd"}, "", "no web address"),
        ("/a", 200, {"Content-Length": "100000"}, RSS, "broke off"),
        ("/hang", 200, {}, "", "took longer than 0.3 seconds"),
    ],
)
def test_a_failure_is_a_silence_in_a_readers_words(
    site: Site, path: str, status: int, headers: dict[str, str], body: str, expected: str
) -> None:
    site.answers[path] = (status, headers, body.encode())
    assert expected in cause(hear(site, path, timeout=0.3))


def test_one_feed_never_costs_another_its_place(site: Site) -> None:
    site.says("/good", RSS)
    site.says("/bad", "<rss><channel>")
    paths = ("/bad", "/hang", "/good", "/none")
    asks = [wire.Ask(feed=Feed(id=path, url=site.url(path)), url=site.url(path)) for path in paths]
    heard = {hearing.feed: hearing.outcome for hearing in hear_all(asks, timeout=0.5, per_host=9)}
    assert len(heard) == 4
    assert heard["/good"] == "heard"
    assert heard["/hang"] == heard["/none"] == "silent"


def test_a_bomb_is_let_go_in_time(site: Site) -> None:
    body = gzip.compress(b"\0" * 30_000_000, mtime=0)
    site.says("/bomb", body, Content_Encoding="gzip")
    assert cause(hear(site, "/bomb", feed_bytes=1_000_000)) == "larger than 1 MB"


def test_what_is_compressed_is_read(site: Site) -> None:
    site.says("/feed", zipped(RSS), Content_Encoding="gzip")
    assert hear(site, "/feed").outcome == "heard"


def test_a_private_address_is_refused_unless_it_is_allowed(site: Site) -> None:
    site.says("/feed", RSS)
    assert "private network" in cause(hear(site, "/feed", allow_private=False))
    local = f"http://localhost:{site.port}/feed"
    asks = [wire.Ask(feed=Feed(id="f", url=local), url=local)]
    assert "private network" in cause(hear_all(asks, allow_private=False)[0])
    assert site.asked == []


def test_a_lasting_move_is_reported(site: Site) -> None:
    site.says("/new", RSS)
    site.says("/old", "", status=301, Location="/new")
    assert hear(site, "/old").moved == site.url("/new")
    site.says("/for now", "", status=302, Location="/new")


def test_a_secret_stays_with_its_host_and_is_never_shown(site: Site) -> None:
    site.says("/feed", "", status=302, Location=f"http://localhost:{site.port}/elsewhere")
    feed = Feed(id="f", url=site.url("/feed").replace("//", "//me:pw@") + "?key=${KEY}")
    ask = wire.Ask(feed=feed, url=site.url("/feed?key=hunter2"), headers=(("Authorization", "Bearer hunter2"),))
    silent = hear_all([ask])[0]
    assert "hunter2" not in repr(silent)
    assert "pw@" not in repr(silent)
    assert "Authorization" in site.asked[0][1]
    assert "Authorization" not in site.asked[1][1]


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (RSS.replace("<title>Rain</title>", ""), ""),
        (RSS.replace("<pubDate>Sun, 07 Dec 2025 05:00:00 -0500</pubDate>", ""), "Rain"),
        (RSS.replace("<link>https://x.example/rain?utm_source=rss</link>", ""), "Rain"),
        (RSS[: RSS.index("</item>")], "Rain"),
        (RSS.replace("Rain", "Ra&#0;in\u202e"), "Rain"),
        (RSS.replace("<title>Rain", "<title>" + "very " * 200), None),
    ],
)
def test_an_odd_entry_gives_what_it_has(body: str, title: str | None) -> None:
    entries = parsed(body, url="https://x.example/")
    assert len(entries) == 1
    assert len(entries[0].title) <= 300
    assert title is None or entries[0].title == title


def test_a_wrong_encoding_does_not_end_the_reading() -> None:
    body = RSS.replace("Rain", "Pluie d’été").encode("cp1252")
    entries = parsed(body, content_type="text/xml; charset=utf-8")
    assert entries[0].title.startswith("Pluie d")


def test_entities_from_outside_are_not_loaded() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    body = RSS.replace("<rss", bomb + "<rss").replace("It rained", "&b;&f;")
    entries = parsed(body)
    assert "root:" not in repr(entries)


@given(st.binary(max_size=2000))
def test_no_bytes_make_the_parser_raise_anything_but_not_a_feed(body: bytes) -> None:
    entries: tuple[Entry, ...] = ()
    with contextlib.suppress(wire.NotAFeed):
        entries = parsed(b"<rss><channel><item>" + body)
    assert all(entry.identity for entry in entries)


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda item: item["url"])
def test_a_sample_page_comes_through_as_its_article_and_nothing_else(expected: dict[str, object]) -> None:
    url = str(expected["url"])
    path = SAMPLE / str(expected["day"])
    for part in url.removeprefix("http://").split("/"):
        path = path / part
    article = wire.readable(path.read_bytes(), url=url)
    assert article is not None
    folded = article.text.replace("\u202f", " ").replace("\xa0", " ")
    for phrase in expected["must_contain"]:
        assert phrase in folded
    for phrase in expected["must_not_contain"]:
        assert phrase not in folded
    assert article.language == expected["language"]


def test_headings_and_captions_are_what_they_are() -> None:
    paragraph = "The council of Halden voted on Friday to rebuild the bridge that the flood took away in spring. " * 3
    page = f"""<html lang="en"><head><title>Bridge vote - The Post</title><meta property="og:site_name" content="The Post">
    <meta property="article:published_time" content="2025-12-06T14:02:11+00:00"></head><body>
    <div class="tdb-header-weather"><span>-9.2</span><span>Ottawa</span></div><article class="post"><h1>Bridge vote</h1>
    <p>{paragraph}</p><figure><img src="/a.png"><figcaption>The old bridge in May</figcaption></figure>
    <h2>Who will pay for it?</h2><p>{paragraph.replace("Friday", "Monday")}</p>
    <div class="td-post-sharing"><span>Share post:</span></div></article>
    <aside><h4>Popular</h4><p>In an era of many other things, a story that has nothing to do with this one...</p></aside>
    </body></html>"""
    article = wire.readable(page, url="https://x.example/bridge")
    assert article is not None
    assert article.title == "Bridge vote"
    assert [block.text for block in article.blocks if block.kind == "heading"] == ["Who will pay for it?"]
    for furniture in ("Share post", "Popular", "another era", "old bridge in May", "-9.2"):
        assert furniture not in article.text
    assert article.published == dt.datetime(2025, 12, 6, 14, 2, 11, tzinfo=dt.UTC)


def test_an_article_is_known_by_its_canonical_address() -> None:
    text = "".join(
        f"<p>{n}. The council of Halden voted to rebuild the bridge that the flood took away.</p>" for n in range(9)
    )

    def url(link: str) -> str:
        page = f"<html><head><title>Bridge</title>{link}</head><body><article>{text}</article></body></html>"
        article = wire.readable(page, url="https://m.x.example/bridge?utm_source=rss")
        assert article is not None
        return article.url

    assert url('<link rel="canonical" href="https://www.x.example/bridge">') == "https://www.x.example/bridge"
    assert url('<link rel="canonical" href="https://x.example/">') == "https://m.x.example/bridge"
    assert url('<link rel="canonical" href="https://evil.example/bridge">') == "https://m.x.example/bridge"
    assert url('<link rel="canonical" href="javascript:alert(1)">') == "https://m.x.example/bridge"


def test_a_page_without_an_article_is_a_silence(site: Site) -> None:
    site.says(
        "/wall", "<html><body><p>Please enable JavaScript to continue.</p></body></html>", Content_Type="text/html"
    )
    assert read(site, "/wall").article is None
    assert cause(read(site, "/wall"))
    assert cause(read(site, "/none")) == "not found"


def test_a_page_past_the_deadline_is_not_waited_for(site: Site) -> None:
    ask = wire.PageAsk(feed="f", entry="00", url=site.url("/hang"))
    with wire.Line(wire.Manners(allow_private=True), clock=lambda: NOW, workers=Here()) as line:
        late = list(line.read([ask], until=NOW + dt.timedelta(milliseconds=200)))
    assert [cause(reading) for reading in late] == ["not there by the deadline"]


def test_the_temperature_is_the_one_of_the_whole_hour(site: Site) -> None:
    hourly = {"time": ["2025-12-07T10:00", "2025-12-07T11:00"], "temperature_2m": [-9.9, -9.2]}
    site.says("/v1/forecast", json.dumps({"hourly": hourly}))
    site.says("/v1/archive", json.dumps({"hourly": {"time": ["2025-12-07T11:00"], "temperature_2m": [None]}}))
    place = Place(name="Ottawa", latitude=45.42, longitude=-75.7)

    def ask(now: dt.datetime) -> object:
        with wire.Line(wire.Manners(allow_private=True), clock=lambda: now) as line:
            at = NOW + dt.timedelta(minutes=20)
            return line.temperature(place, at, forecast=site.url(""), archive=site.url(""), now=now)

    seen = ask(NOW)
    assert isinstance(seen, Observation)
    assert (seen.celsius, seen.at) == (-9.2, NOW)
    assert "nothing is known" in str(ask(NOW + dt.timedelta(days=30)))


ALPHABETS = {
    "windows-1251": "Мэр открыл мост в субботу утром",
    "koi8-r": "Мэр открыл мост в субботу утром",
    "iso-8859-5": "Мэр открыл мост в субботу утром",
    "iso-8859-2": "Starosta otevřel most přes řeku v sobotu",
    "windows-1250": "Starosta otevřel most přes řeku v sobotu",
    "iso-8859-7": "Ο δήμαρχος άνοιξε τη γέφυρα το Σάββατο",
    "windows-1256": "افتتح رئيس البلدية الجسر صباح السبت",
    "windows-1255": "ראש העיר פתח את הגשר בשבת בבוקר",
    "windows-874": "นายกเทศมนตรีเปิดสะพานเมื่อเช้าวันเสาร์",
    "macintosh": "Le maire a ouvert le pont à l’été",
    "shift_jis": "市長は土曜日の朝に橋を開いた",
    "euc-kr": "시장이 토요일 아침 다리를 열었다",
    "big5": "市長星期六早上開放了大橋",
}


@pytest.mark.parametrize("name", ALPHABETS)
@pytest.mark.parametrize("where", ["document", "header"])
def test_a_feed_is_read_in_the_alphabet_that_it_names(name: str, where: str) -> None:
    codec = {"windows-874": "cp874", "macintosh": "mac_roman"}.get(name, name)
    said = f' encoding="{name}"' if where == "document" else ""
    text = f'<?xml version="1.0"{said}?>' + RSS.partition("?>")[2].replace("Rain<", f"{ALPHABETS[name]}<")
    kind = f"application/rss+xml; charset={name}" if where == "header" else "application/rss+xml"
    (entry,) = parsed(text.encode(codec), content_type=kind)
    assert entry.title == ALPHABETS[name]


def test_validators_that_no_header_may_hold_are_sent_back_as_they_came(site: Site) -> None:
    ask = wire.Ask(
        feed=Feed(id="f", url=site.says("/f", RSS)),
        url=site.url("/f"),
        validators=Validators(etag='"\u00ff\u0416"', modified="\u0412\u0442, 24 Nov"),
    )
    (hearing,) = hear_all([ask])
    assert hearing.outcome == "heard"
    assert site.asked[-1][1]["If-None-Match"].encode("latin-1").decode() == '"\u00ff\u0416"'


def test_a_header_that_cannot_be_sent_costs_only_its_own_feed(site: Site) -> None:
    good, bad = (Feed(id=name, url=site.says(f"/{name}", RSS)) for name in ("good", "bad"))
    asks = [
        wire.Ask(feed=bad, url=bad.url, headers=(("X", "\ud800"),)),
        wire.Ask(feed=good, url=good.url),
    ]
    told = {hearing.feed: hearing for hearing in hear_all(asks)}
    assert told["good"].outcome == "heard"
    assert cause(told["bad"]) == "its address or its headers cannot be sent"


def test_a_document_that_was_cut_off_is_asked_for_again_in_full(site: Site) -> None:
    site.says("/f", RSS.replace("</channel></rss>", "<item><title>Sn"), ETag='"1"')
    hearing = hear(site, "/f")
    assert [entry.title for entry in entries_of(hearing)][:1] == ["Rain"]
    assert (hearing.validators.etag, hearing.validators.body) == ("", "")
    site.says("/f", RSS, ETag='"1"')
    assert hear(site, "/f").validators.etag == '"1"'


def test_a_move_counts_only_where_something_was_heard(site: Site) -> None:
    site.says("/f", "", status=301, Location=site.url("/gone"))
    hearing = hear(site, "/f")
    assert (cause(hearing), hearing.moved) == ("not found", "")


def test_what_says_nothing_is_no_entry_and_an_id_is_no_address() -> None:
    said = (
        '<rss version="2.0"><channel><title>T</title><link>https://x.example/</link><item></item>'
        "<item><title>A</title><guid>pod5</guid></item><item><title>B</title><guid>https://x.example/b</guid></item>"
        "</channel></rss>"
    )
    assert [(entry.title, entry.link) for entry in parsed(said)] == [("A", ""), ("B", "https://x.example/b")]
    (entry,) = parsed('{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 5, "url": 5, "title": "A"}]}')
    assert (entry.link, entry.identity) == ("", "5")


def test_a_number_of_json_may_have_any_length() -> None:
    (entry,) = parsed(f'{{"items": [{{"id": {"7" * 6000}, "title": "A", "x": 1e999}}]}}')
    assert entry.title == "A"


def test_a_zone_that_is_none_is_ignored() -> None:
    (entry,) = parsed(RSS.replace("05:00:00 -0500", "05:00:00 +9999"))
    assert entry.published == dt.datetime(2025, 12, 7, 5, 0, tzinfo=dt.UTC)
