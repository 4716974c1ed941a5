"""How we behave on the wire: robots, redirects, servers' wishes, pages of many parts, workers that die."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import ssl
import subprocess
import threading
from dataclasses import replace
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from conftest import NOW, Site, handler_of
from workspaces import workspace_of

from briefing import archive, config, newsroom, wire
from briefing.bench import Bench, Piece
from briefing.model import Feed
from briefing.workers import Cores, Here

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from briefing.model import Hearing, Reading

    Run = Callable[..., tuple[int, str, str]]

RSS = """<rss version="2.0"><channel><title>The Test Post</title><item><title>Rain</title><guid>g</guid>
<link>{link}</link><description>It rained in Halden.</description></item></channel></rss>"""
WORDS = "The council of Halden voted on Friday to rebuild the bridge that the flood took away in spring. "


def page(number: int, *, more: str = "") -> str:
    text = "".join(f"<p>Part {number}.{n}: {WORDS * 2}</p>" for n in range(4))
    return (
        f"<html lang=en><title>The bridge</title><body><article><h1>The bridge</h1>{text}</article>{more}</body></html>"
    )


def read(site: Site, *paths: str, rules: dict[str, wire.Rules] | None = None) -> tuple[list[Reading], wire.Line]:
    asks = [wire.PageAsk(feed="f", entry=f"{n:02}", url=site.url(path)) for n, path in enumerate(paths)]
    manners = wire.Manners(allow_private=True, timeout=5.0)
    with wire.Line(manners, clock=lambda: NOW, workers=Here(), rules=rules) as line:
        return sorted(line.read(asks), key=lambda reading: reading.entry), line


def hear(site: Site, path: str, **more: object) -> Hearing:
    ask = wire.Ask(feed=Feed(id="f", url=site.url(path)), url=site.url(path), **more)
    with wire.Line(wire.Manners(allow_private=True, timeout=5.0), clock=lambda: NOW, workers=Here()) as line:
        return next(line.hear([ask]))


def asked(site: Site) -> list[str]:
    return [path for path, _ in site.asked]


def test_a_page_that_robots_are_asked_to_leave_alone_is_left_alone(site: Site) -> None:
    site.says("/robots.txt", "User-agent: *\nDisallow: /secret\n\nUser-agent: briefing\nDisallow: /ours\n")
    for path in ("/ours/a", "/open"):
        site.says(path, page(1), Content_Type="text/html")
    closed, opened = read(site, "/ours/a", "/open")[0]
    assert closed.silence is not None
    assert closed.silence.cause == "its host asks programs to leave it alone"
    assert opened.article is not None
    assert asked(site) == ["/robots.txt", "/open"]


def test_no_robots_txt_is_no_rule_and_a_failing_one_closes_the_host(site: Site) -> None:
    site.says("/a", page(1), Content_Type="text/html")
    assert read(site, "/a")[0][0].article is not None
    site.says("/robots.txt", "", status=503)
    (reading,), line = read(site, "/a")
    assert reading.silence is not None
    assert reading.silence.cause == "robots.txt of its host could not be had"
    site.says("/robots.txt", "")
    assert read(site, "/a", rules=line.rules)[0][0].silence is not None  # for a while
    earlier = {host: replace(rules, at=NOW - dt.timedelta(minutes=30)) for host, rules in line.rules.items()}
    assert read(site, "/a", rules=earlier)[0][0].article is not None


def test_rules_are_asked_for_once_a_day(site: Site) -> None:
    site.says("/a", page(1), Content_Type="text/html")
    _, line = read(site, "/a", "/a")
    assert asked(site) == ["/robots.txt", "/a"]  # one page behind two entries is fetched once
    read(site, "/a", rules=line.rules)
    assert asked(site).count("/robots.txt") == 1
    old = {host: wire.Rules(host=host, at=NOW - dt.timedelta(hours=25)) for host in line.rules}
    read(site, "/a", rules=old)
    assert asked(site).count("/robots.txt") == 2


def test_a_redirect_to_another_host_asks_that_hosts_rules_first(site: Site) -> None:
    elsewhere = f"http://localhost:{site.port}/b"
    site.says("/a", "", status=302, Location=elsewhere)
    site.says("/b", page(1), Content_Type="text/html")
    assert read(site, "/a")[0][0].article is not None
    assert asked(site) == ["/robots.txt", "/a", "/robots.txt", "/b"]


def test_an_article_of_many_pages_is_followed_to_its_end(site: Site) -> None:
    following = '<div class="pagination"><a href="{}" rel="next">Next page</a></div>'
    site.says("/story", page(1, more=following.format("/story?page=2")), Content_Type="text/html")
    site.says("/story/2", page(2), Content_Type="text/html")
    article = read(site, "/story")[0][0].article
    assert article is not None
    assert article.text.count("Part 1.0") == 1  # ?page=2 is the same page here: nothing stands twice
    site.says("/long", page(1, more=following.format("/long/2")), Content_Type="text/html")
    site.says("/long/2", page(2, more=following.format("/long/3")), Content_Type="text/html")
    site.says("/long/3", page(3, more=following.format("/long/2")), Content_Type="text/html")
    whole = read(site, "/long")[0][0].article
    assert whole is not None
    assert [whole.text.count(f"Part {n}.0") for n in (1, 2, 3)] == [1, 1, 1]


def test_the_next_article_is_not_the_next_page(site: Site) -> None:
    onward = '<nav class="pagination"><a href="/news/13" rel="next">Next</a></nav>'
    site.says("/news/12", page(1, more=onward), Content_Type="text/html")
    site.says("/news/13", page(2), Content_Type="text/html")
    assert read(site, "/news/12")[0][0].article is not None
    assert "/news/13" not in asked(site)


def test_a_servers_wishes_are_passed_on(site: Site) -> None:
    site.says("/feed", RSS.format(link=""), Cache_Control="max-age=600")
    assert hear(site, "/feed").not_before == NOW + dt.timedelta(seconds=600)
    site.says("/busy", "", status=429, Retry_After="3600")
    busy = hear(site, "/busy")
    assert (busy.outcome, busy.not_before) == ("silent", NOW + dt.timedelta(hours=1))
    site.says("/gone", "", status=410)
    assert hear(site, "/gone").gone


@pytest.fixture
def house(tmp_path: Path, site: Site) -> Callable[..., object]:
    """Make rounds over one feed, each at its own time."""

    def round_(path: str, hours: float, *, patient: bool = False, **more: str) -> newsroom.Round:
        listed = f"{{url: '{site.url(path)}', id: f}}"  # one feed, whatever its address
        settings = config.load(workspace_of(tmp_path, listed, **more), {})
        now = NOW + dt.timedelta(hours=hours)
        with newsroom.house(settings, clock=lambda: now, environ={}, say=lambda *_: None) as room:
            return newsroom.collect(room, patient=patient)

    return round_


def test_a_retired_feed_is_asked_no_more_until_its_address_changes(site: Site, house: Callable[..., object]) -> None:
    site.says("/gone", "", status=410)
    site.says("/new", RSS.format(link=""))
    house("/gone", 0)
    house("/gone", 48)
    assert asked(site).count("/gone") == 1
    house("/new", 49)
    assert asked(site)[-1] == "/new"


def test_a_lasting_move_is_remembered_and_forgotten_when_it_fails(site: Site, house: Callable[..., object]) -> None:
    site.says("/old", "", status=301, Location="/new")
    site.says("/new", RSS.format(link=""))
    house("/old", 0)
    house("/old", 1)
    assert asked(site) == ["/old", "/new", "/new"]
    site.says("/new", "", status=404)
    house("/old", 2)
    house("/old", 3)
    assert asked(site)[3:] == ["/new", "/old", "/new"]
    site.says("/old", RSS.format(link=""))  # it came home
    house("/old", 4)
    house("/old", 5)
    assert asked(site)[6:] == ["/old", "/old"]


def test_a_move_is_forgotten_with_the_address_that_moved(site: Site, house: Callable[..., object]) -> None:
    site.says("/old", "", status=301, Location="/new")
    for path in ("/new", "/mine"):
        site.says(path, RSS.format(link=""))
    house("/old", 0)
    house("/mine", 1)
    house("/mine", 2)
    assert asked(site)[2:] == ["/mine", "/mine"]


def test_who_is_interrupted_keeps_what_was_heard(tmp_path: Path, site: Site) -> None:
    feeds = [site.says(f"/feed{n}", RSS.format(link="")) for n in range(3)]
    settings = config.load(workspace_of(tmp_path, *feeds), {})

    def say(_what: str, done: int, _total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with newsroom.house(settings, clock=lambda: NOW, environ={}, say=say) as room:
        with pytest.raises(KeyboardInterrupt):
            newsroom.collect(room)
        assert len(archive.feed_states(room.archive)) == 2


def test_the_scheduler_waits_for_a_feeds_turn_and_a_person_does_not(site: Site, house: Callable[..., object]) -> None:
    site.says("/feed", RSS.format(link=""))
    house("/feed", 0)
    house("/feed", 0.1, patient=True)
    assert len(asked(site)) == 1
    house("/feed", 0.1)
    assert len(asked(site)) == 2
    house("/feed", 30, patient=True)
    assert len(asked(site)) == 3


def test_status_tells_how_each_feed_stands(tmp_path: Path, site: Site, briefing: Run) -> None:
    site.says("/good", RSS.format(link=""), Cache_Control="max-age=600")
    site.says("/gone", "", status=410)
    site.says("/moved", "", status=301, Location="/good")
    config_ = workspace_of(tmp_path, site.url("/good"), site.url("/gone"), site.url("/bad"), site.url("/moved"))
    assert briefing("collect", "--config", config_)[0] == 0
    code, out, _ = briefing("status", "--config", config_)
    assert code == 0
    for words in ("retired: gone for good", "not found, since", "asks us to wait until", "moved for good to"):
        assert words in out
    told = json.loads(briefing("status", "--config", config_, "--json")[1])
    assert [feed["retired"] for feed in told["feeds"]] == [False, True, False, False]
    assert told["audiences"][0]["next"]
    assert "3 not asked" in briefing("collect", "--config", config_)[1]  # fresh, gone, and fresh where it moved to


def test_a_page_that_no_audience_would_print_is_not_fetched(site: Site, house: Callable[..., object]) -> None:
    old = RSS.format(link=site.url("/page")).replace("<guid>", "<pubDate>Mon, 01 Dec 2025 05:00:00 GMT</pubDate><guid>")
    site.says("/feed", RSS.format(link="").replace("<guid>g", "<guid>other"))
    house("/feed", 0)
    site.says("/feed", old)
    house("/feed", 1)
    assert "/page" not in asked(site)


def test_a_proxy_of_the_environment_dials_and_is_trusted_to(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.answers["http://feeds.invalid/feed"] = (200, {}, RSS.format(link="").encode())
    monkeypatch.setenv("HTTP_PROXY", site.url(""))
    monkeypatch.setenv("http_proxy", site.url(""))
    ask = wire.Ask(feed=Feed(id="f", url="http://feeds.invalid/feed"), url="http://feeds.invalid/feed")
    with wire.Line(wire.Manners(timeout=5.0), clock=lambda: NOW, workers=Here()) as line:
        assert next(line.hear([ask])).outcome == "heard"
    monkeypatch.setenv("no_proxy", "feeds.invalid")
    with wire.Line(wire.Manners(timeout=5.0), clock=lambda: NOW, workers=Here()) as line:
        silence = next(line.hear([ask])).silence
    assert silence is not None
    assert silence.cause == "its address is unknown"


def test_a_private_target_is_refused_behind_a_proxy_too(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", site.url(""))
    ask = wire.Ask(feed=Feed(id="f", url="http://10.0.0.1/feed"), url="http://10.0.0.1/feed")
    with wire.Line(wire.Manners(timeout=5.0), clock=lambda: NOW, workers=Here()) as line:
        silence = next(line.hear([ask])).silence
    assert silence is not None
    assert "private network" in silence.cause
    assert site.asked == []


@pytest.fixture
def secure(site: Site, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The site behind TLS, under a certificate of its own for localhost: its address, and the certificate's file."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-keyout",
        key,
        "-out",
        certificate,
    ]
    subprocess.run([*command, *subject], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(site))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"https://localhost:{server.server_port}", certificate
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_certificate_is_checked_against_the_authorities_of_the_environment(
    site: Site, secure: tuple[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    base, certificate = secure
    site.says("/feed", RSS.format(link=""))
    ask = wire.Ask(feed=Feed(id="f", url=f"{base}/feed"), url=f"{base}/feed")
    causes = []
    for authorities in (None, str(certificate)):
        if authorities:
            monkeypatch.setenv("SSL_CERT_FILE", authorities)
        with wire.Line(wire.Manners(allow_private=True, timeout=5.0), clock=lambda: NOW, workers=Here()) as line:
            hearing = next(line.hear([ask]))
        causes.append(hearing.silence.cause if hearing.silence else hearing.outcome)
    assert causes == ["its certificate is not valid", "heard"]


def killed(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_a_body_that_kills_its_worker_costs_nobody_but_itself() -> None:
    workers = Cores()
    bench = Bench(workers, lambda: None)
    for number in range(8):
        bench.submit(Piece(number, killed, number))
    found: dict[int, int | None] = {}
    while bench.busy:
        found.update(bench.done())
    workers.close()
    assert found == {number: None if number == 3 else number for number in range(8)}


def test_what_was_learnt_of_robots_is_kept(tmp_path: Path, site: Site) -> None:
    site.says("/robots.txt", "User-agent: *\nDisallow: /x\n")
    site.says("/feed", RSS.format(link=site.url("/page")))
    site.says("/page", page(1), Content_Type="text/html")
    settings = config.load(workspace_of(tmp_path, site.url("/feed")), {})
    with newsroom.house(settings, clock=lambda: NOW, environ={}, say=lambda *_: None) as room:
        newsroom.collect(room)
        (known,) = archive.known_rules(room.archive)
        site.says("/feed", RSS.format(link=site.url("/page2")).replace("<guid>g", "<guid>h"))
        newsroom.collect(room)
    assert known[0] == f"http://127.0.0.1:{site.port}"
    assert known[2:] == ("User-agent: *\nDisallow: /x\n", False)
    assert asked(site).count("/robots.txt") == 1
