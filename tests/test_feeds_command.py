from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from workspaces import RSS, workspace_of

from briefing import config

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Site

    Run = Callable[..., tuple[int, str, str]]

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>{title}</title><id>x</id></feed>"""


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    path = tmp_path / "feeds.yaml"
    path.write_text(config.starter(), encoding="utf-8")
    return path


def outlines(body: str) -> str:
    return f'<?xml version="1.0"?>\n<opml version="2.0"><head><title>T</title></head><body>\n{body}\n</body></opml>'


def opml(tmp_path: Path, body: str) -> Path:
    path = tmp_path / "in.opml"
    path.write_text(outlines(body), encoding="utf-8")
    return path


# ── import ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_import_adds_each_feed_behind_its_section_and_changes_no_other_line(
    tmp_path: Path, briefing: Run, starter: Path
) -> None:
    body = """<outline text="News"><outline text="World"><outline type="rss" text="The A" xmlUrl="https://a.example/rss"/></outline>
    <outline text="Sport"><outline text="B: &amp; #1" xmlUrl="https://b.example/f?x=1&amp;y=2"/></outline></outline>"""
    before = starter.read_text(encoding="utf-8").splitlines()
    code, out, error = briefing("feeds", "import", opml(tmp_path, body), "--config", starter)
    after = starter.read_text(encoding="utf-8").splitlines()
    assert (code, out) == (0, f"{starter}: 2 feeds added (World 1, Sport 1); 0 were there already\n")
    assert [line for line in after if line not in before] == [
        '  - {url: "https://a.example/rss", name: The A, section: World}',
        '  - {url: "https://b.example/f?x=1&y=2", name: "B: & #1", section: Sport}',
    ]
    assert [line for line in after if line in before] == before
    assert (
        after[after.index("     kind: press release}") + 1]
        == '  - {url: "https://a.example/rss", name: The A, section: World}'
    )
    assert "section 'Sport' is printed by no audience: add Sport to `sections` of an audience" in error


def test_a_section_that_is_nearly_an_audiences_is_suggested(tmp_path: Path, briefing: Run, starter: Path) -> None:
    body = '<outline text="Wrold"><outline xmlUrl="https://a.example/rss"/></outline>'
    code, out, error = briefing("feeds", "import", opml(tmp_path, body), "--config", starter, "--json")
    assert (code, json.loads(out)["unprinted"]) == (0, ["Wrold"])
    assert "section 'Wrold' is printed by no audience (did you mean 'World'?)" in error


def test_what_is_there_already_is_not_added_twice(tmp_path: Path, briefing: Run, starter: Path) -> None:
    body = """<outline text="NPR" xmlUrl="http://www.feeds.npr.org/1004/rss.xml/?utm_source=x"/>
    <outline text="N" xmlUrl="https://n.example/rss"/><outline text="N again" xmlUrl="http://www.n.example/rss/"/>"""
    code, out, _ = briefing("feeds", "import", opml(tmp_path, body), "--config", starter, "--json")
    said = json.loads(out)
    assert code == 0
    assert [feed["url"] for feed in said["added"]] == ["https://n.example/rss"]
    assert [feed["id"] for feed in said["already"]] == ["feeds.npr.org-1004-rss.xml"]
    before = starter.read_bytes()
    code, out, _ = briefing("feeds", "import", opml(tmp_path, body), "--config", starter)
    assert (code, starter.read_bytes()) == (0, before)
    assert "0 feeds added; 2 were there already" in out


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ('<outline text="X" xmlUrl="javascript:alert(1)"/>', "in.opml:3: 'X': javascript: is no address of the web"),
        ('<outline text="X" xmlUrl="file:///etc/passwd"/>', "file: is no address of the web"),
        ('<outline text="X" type="rss"/>', "'X': has no xmlUrl: left out"),
        ('<outline text="X" type="include" url="https://x.example/other.opml"/>', "has no xmlUrl"),
        ('<outline text="X" xmlUrl="https://x.example/\u202efdp"/>', "signs that cannot be seen"),
        ('<outline text="X" xmlUrl="https://x.example/?k=${SMTP_PASSWORD}"/>', "--with-secrets allows"),
        ('<outline text="X" xmlUrl="https://"/>', "is no whole address"),
        ('<outline text="X" xmlUrl="x.example/feed"/>', "must be an address that begins with http"),
        (f'<outline text="X" xmlUrl="https://x.example/{"a" * 9000}"/>', "is too long"),
    ],
)
def test_an_outline_that_cannot_be_taken_is_left_out_and_the_rest_comes_in(
    tmp_path: Path, briefing: Run, starter: Path, body: str, why: str
) -> None:
    path = opml(tmp_path, body + '<outline text="Good" xmlUrl="https://good.example/rss"/>')
    code, out, error = briefing("feeds", "import", path, "--config", starter, "--json")
    assert code == 3
    assert [feed["name"] for feed in json.loads(out)["added"]] == ["Good"]
    assert len(json.loads(out)["left_out"]) == 1
    assert why in error
    assert briefing("check", "--config", starter)[0] == 0


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is empty"),
        ("not xml at all", "in.opml:1: is no OPML, for it is no XML"),
        ("<!DOCTYPE html><html><body>x</body></html>", "is a web page and no OPML"),
        (RSS, "is itself a feed"),
        ("<cookbook/>", "it begins with <cookbook>"),
        (outlines('<outline text="Only a folder"/>'), "lists no feed"),
        ("<opml><body><outline xmlUrl='https://x.example/", "in.opml:1: is no OPML, for it is no XML"),
        ('<!DOCTYPE opml [\n<!ENTITY a "b">]><opml/>', "in.opml:2: defines an XML entity"),
        (
            '<!DOCTYPE o [<!ENTITY a SYSTEM "file:///etc/passwd">]><opml><body>&a;</body></opml>',
            "defines an XML entity",
        ),
        ("<opml>" + "<outline text='a'>" * 5000, "is no XML: Excessive depth"),
    ],
)
def test_a_file_that_is_no_opml_is_refused_with_the_reason_and_nothing_is_touched(
    tmp_path: Path, briefing: Run, starter: Path, text: str, why: str
) -> None:
    path, before = tmp_path / "in.opml", starter.read_bytes()
    path.write_text(text, encoding="utf-8")
    code, out, error = briefing("feeds", "import", path, "--config", starter)
    assert (code, out, starter.read_bytes()) == (2, "", before)
    assert why in error
    assert "Traceback" not in error


def test_a_file_that_is_too_large_or_absent_is_refused(tmp_path: Path, briefing: Run, starter: Path) -> None:
    path = tmp_path / "in.opml"
    assert "cannot be read: No such file" in briefing("feeds", "import", path, "--config", starter)[2]
    path.write_bytes(b" " * 20_000_001)
    assert "is larger than 20 MB" in briefing("feeds", "import", path, "--config", starter)[2]


def test_untidy_opml_as_it_is_met_in_the_wild_is_read(tmp_path: Path, briefing: Run, starter: Path) -> None:
    path = tmp_path / "in.opml"
    text = (
        '\ufeff<?xml version="1.0" encoding="ISO-8859-1"?><OPML version="1.0"><Body>\x08'
        '<Outline title="Caf\xe9 &eacute; & co" XMLURL=" feed://a.example/?x=1&copy=2 " category="/News/Food,Other"/>'
        '<outline text="B\u202eevil&#10;name" type="rss" url="feed:https://b.example/rss"/></Body></OPML>'
    )
    path.write_text(text, encoding="utf-8")
    code, out, _ = briefing("feeds", "import", path, "--config", starter, "--json")
    assert code == 0
    assert [(feed["name"], feed["section"], feed["url"]) for feed in json.loads(out)["added"]] == [
        ("Café é & co", "Food", "http://a.example/?x=1&copy=2"),
        ("Bevil name", "", "https://b.example/rss"),
    ]
    path.write_bytes(text[1:].replace("\u202e", "").encode("latin-1"))
    assert "0 feeds added; 2 were there" in briefing("feeds", "import", path, "--config", starter)[1]


NAMES = """- a|a: b|#x|*all|&x|!tag|%TAG|@at|`x`|'q|"q"|{a}|[a]|a #b|null|yes|on|1e3|0x1f|2025-12-07|~|=|<<|? x|> x|a\\b
”|👩\u200d🚒|x,y|…|نام|- |:""".replace("\n", "|").split("|")


@pytest.mark.parametrize("name", [name.strip() for name in NAMES])
def test_a_name_with_signs_that_yaml_knows_stays_a_name(tmp_path: Path, briefing: Run, name: str) -> None:
    written = name.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    path = opml(
        tmp_path, f'<outline text="{written}"><outline text="{written}" xmlUrl="https://x.example/"/></outline>'
    )
    for first in ("https://a.example/", "{url: https://a.example/, section: x}", '"https://a.example/"'):
        file = workspace_of(tmp_path, first)
        assert briefing("feeds", "import", path, "--config", file)[0] == 0
        feed = config.load(file, {}).feeds[1]
        assert (feed.name, feed.section) == (name, name)


def test_an_id_that_is_taken_is_numbered_and_said(tmp_path: Path, briefing: Run) -> None:
    file = workspace_of(tmp_path, "{url: https://a.example/, id: x}")
    ours = 'xmlns:b="urn:briefing:opml" b:id="x" b:kind="gossip"'
    body = (
        f'<outline text="B" xmlUrl="https://b.example/" {ours}/><outline text="C" xmlUrl="https://c.example/" {ours}/>'
    )
    code, _, error = briefing("feeds", "import", opml(tmp_path, body), "--config", file)
    assert code == 0
    assert [feed.id for feed in config.load(file, {}).feeds] == ["x", "b.example", "c.example"]
    assert "the id 'x' is taken: it is 'b.example' now" in error
    assert "its kind must be 'report', 'analysis', 'opinion' or 'press release': taken without it" in error


def test_ten_thousand_outlines_come_in(tmp_path: Path, briefing: Run) -> None:
    file = workspace_of(tmp_path, "https://a.example/")
    body = "".join(f'<outline text="Feed {n}" xmlUrl="https://example{n}.org/feed.xml"/>\n' for n in range(10_000))
    code, out, _ = briefing("feeds", "import", opml(tmp_path, body), "--config", file)
    assert (code, "10000 feeds added" in out) == (0, True)


# ── export ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_export_holds_no_secret(tmp_path: Path, briefing: Run) -> None:
    file = workspace_of(
        tmp_path,
        '{url: "https://user:hunter2@a.example/f?k=${KEY}", headers: {Authorization: "Bearer abc"}, section: W & Z}',
        '"https://b.example/f?token=abcdef"',
    )
    code, out, error = briefing("feeds", "export", "--config", file)
    assert code == 0
    assert 'xmlUrl="https://a.example/f?k=${KEY}"' in out
    assert "hunter2" not in out + error
    assert "Bearer" not in out + error
    assert "headers, user and password are not exported" in error
    assert "its address holds `token=…`" in error
    assert "abcdef" not in error


def test_an_export_is_dated_by_the_clock_that_the_workspace_lives_by(workspace: Path, briefing: Run) -> None:
    code, out, _ = briefing("feeds", "export", "--config", workspace / "demo" / "feeds.yaml")
    assert code == 0
    assert "<dateCreated>Sun, 07 Dec 2025 11:00:00 GMT</dateCreated>" in out
    assert '<opml xmlns:briefing="urn:briefing:opml" version="2.0">' in out
    assert (
        json.loads(briefing("feeds", "export", "--json", "--config", workspace / "demo" / "feeds.yaml")[1])["opml"]
        == out
    )


# ── add ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_feeds_own_address_is_added_with_its_title(tmp_path: Path, briefing: Run, site: Site) -> None:
    file = workspace_of(tmp_path, "https://a.example/")
    code, out, error = briefing(
        "feeds", "add", site.says("/x", RSS), "--section", "Here", "--id", "mine", "--config", file
    )
    feed = config.load(file, {}).feeds[1]
    assert (code, error) == (0, "")
    assert (feed.id, feed.url, feed.name, feed.section) == ("mine", site.url("/x"), "The Test Post", "Here")
    assert f"added The Test Post (mine, in Here): {site.url('/x')}" in out
    before = file.read_bytes()
    code, out, _ = briefing("feeds", "add", site.url("/x/?utm_source=y"), "--config", file, "--json")
    assert (code, [one["id"] for one in json.loads(out)["already"]]) == (0, ["mine"])
    assert file.read_bytes() == before


def test_the_first_declared_feed_that_is_no_comments_feed_is_taken_and_the_others_are_named(
    tmp_path: Path, briefing: Run, site: Site
) -> None:
    file = workspace_of(tmp_path, "https://a.example/")
    page = """<html><head><base href="/deep/">
    <link rel="alternate" type="application/json" href="/wp-json">
    <link rel="alternate" type="application/rss+xml" title="Post » Comments" href="/comments/feed">
    <link REL="Alternate home" TYPE="application/rss+xml; charset=utf-8" title="Broken" href="broken">
    <link rel="alternate" type="application/atom+xml" title="All" href="atom"></head></html>"""
    site.says("/wp-json", "{}")
    site.says("/comments/feed", RSS)
    site.says("/deep/atom", "<feed xmlns='http://www.w3.org/2005/Atom'><title>Deep ${HOME}</title><id>x</id></feed>")
    code, _, error = briefing("feeds", "add", site.says("/", page), "--config", file)
    feed = config.load(file, {}).feeds[1]
    assert code == 0
    assert (feed.url, feed.name) == (site.url("/deep/atom"), "Deep $ {HOME}")
    assert f"the page names another: {site.url('/comments/feed')}  Post » Comments" in error
    assert site.url("/deep/broken") in error


def test_a_linked_feed_and_then_the_usual_places_are_tried(tmp_path: Path, briefing: Run, site: Site) -> None:
    file = workspace_of(tmp_path, "https://a.example/")
    site.says("/news/", '<a href="/about">About</a> <a href="sub/rss.xml">RSS</a> <a href="javascript:x">RSS</a>')
    site.says("/news/sub/rss.xml", RSS)
    assert briefing("feeds", "add", site.url("/news/"), "--config", file)[0] == 0
    site.says("/plain/", "<p>Nothing here")
    site.says("/atom.xml", ATOM.format(title="By habit"))
    assert briefing("feeds", "add", site.url("/plain/"), "--name", "Mine", "--config", file)[0] == 0
    assert [(feed.url, feed.name) for feed in config.load(file, {}).feeds[1:]] == [
        (site.url("/news/sub/rss.xml"), "The Test Post"),
        (site.url("/atom.xml"), "Mine"),
    ]


def test_a_page_without_a_feed_is_told_with_all_that_was_tried(tmp_path: Path, briefing: Run, site: Site) -> None:
    file = workspace_of(tmp_path, "https://a.example/")
    before = file.read_bytes()
    page = '<link rel=alternate type=application/rss+xml href=/c/comments><a href="/rss">x</a>'
    code, out, error = briefing("feeds", "add", site.says("/", page), "--config", file)
    assert (code, out, file.read_bytes()) == (1, "", before)
    for path in ("/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json"):
        assert error.count(f"    {site.url(path)}: not found\n") == 1
    assert f"{site.url('/')}: the answer was not a feed" in error
    assert f"a feed of comments, which its own address adds: {site.url('/c/comments')}" in error
    code, _, error = briefing("feeds", "add", site.url("/nowhere"), "--config", file)
    assert (code, error) == (1, f"{site.url('/nowhere')}: could not be heard: not found\n")


def test_a_private_address_is_refused_unless_feeds_yaml_allows_it(tmp_path: Path, briefing: Run, site: Site) -> None:
    file = tmp_path / "feeds.yaml"
    file.write_text("feeds: [https://a.example/]\n")
    code, _, error = briefing("feeds", "add", site.says("/x", RSS), "--config", file)
    assert (code, site.asked) == (1, [])
    assert "leads into a private network" in error
    assert "allow_private: true" in error


def test_a_lasting_redirect_is_followed_and_another_is_not_written_down(
    tmp_path: Path, briefing: Run, site: Site
) -> None:
    file = workspace_of(tmp_path, "https://a.example/")
    site.says("/new", RSS)
    site.says("/old", "", status=301, Location="/new")
    site.says("/other", ATOM.format(title="Other"))
    site.says("/now", "", status=302, Location="/other")
    assert briefing("feeds", "add", site.url("/old"), "--config", file)[0] == 0
    assert briefing("feeds", "add", site.url("/now"), "--config", file)[0] == 0
    assert [feed.url for feed in config.load(file, {}).feeds[1:]] == [site.url("/new"), site.url("/now")]


def test_a_secret_in_an_address_is_used_and_neither_written_nor_told(
    tmp_path: Path, briefing: Run, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = workspace_of(tmp_path, "https://a.example/")
    monkeypatch.setenv("FEED_KEY", "hunter2")
    site.says("/x/hunter2", RSS)
    code, out, error = briefing("feeds", "add", site.url("/x/${FEED_KEY}"), "--config", file)
    assert (code, error) == (0, "")
    assert "hunter2" not in out + file.read_text()
    code, out, error = briefing("feeds", "add", site.url("/y/${FEED_KEY}"), "--config", file)
    assert code == 1
    assert "hunter2" not in out + error


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["ftp://x.example/"], "is no address of the web"),
        (["x.example", "--id", "a b"], "a b: id must be letters"),
        (["x.example", "--id", "mine"], "--id mine: is the id of https://a.example/ already"),
        (["x.example", "--name", "${HOME}"], "cannot hold ${NAME}"),
        (["https://"], "is no whole address"),
    ],
)
def test_what_cannot_be_added_is_told_before_anybody_is_asked(
    tmp_path: Path, briefing: Run, options: list[str], why: str
) -> None:
    file = workspace_of(tmp_path, "{url: https://a.example/, id: mine}")
    code, _, error = briefing("feeds", "add", *options, "--config", file)
    assert code == 2
    assert why in error


# ── list, remove ───────────────────────────────────────────────────────────────────────────────────────────────


def test_a_list_tells_every_feed(briefing: Run, starter: Path) -> None:
    code, out, _ = briefing("feeds", "list", "--config", starter)
    assert code == 0
    assert len(out.splitlines()) == len(config.load(starter, {}).feeds)
    listed = json.loads(briefing("feeds", "list", "--config", starter, "--json")[1])
    assert listed[2] == {
        "id": "feeds.npr.org-1004-rss.xml",
        "name": "NPR",
        "section": "World",
        "url": "https://feeds.npr.org/1004/rss.xml",
        "label": "",
        "kind": "report",
        "use": "full",
        "full_text": True,
        "max_entries": 50,
    }


def test_feeds_are_removed_by_id_address_and_name_and_no_other_line_changes(briefing: Run, starter: Path) -> None:
    before = starter.read_bytes().splitlines(keepends=True)
    wanted = (
        "feeds.npr.org-1004-rss.xml",
        "http://bbc.example/",
        "BBC News",
        "http://www.aljazeera.com/xml/rss/all.xml/",
    )
    code, _, error = briefing("feeds", "remove", *wanted, "--config", starter)
    assert (code, starter.read_bytes().splitlines(keepends=True)) == (2, before)
    assert "'http://bbc.example/': no feed of" in error
    code, out, _ = briefing("feeds", "remove", *wanted[:1], *wanted[2:], "--config", starter)
    assert (code, out.count(": removed ")) == (0, 3)
    after = starter.read_bytes().splitlines(keepends=True)
    gone = [line for line in before if line not in after]
    assert after == [line for line in before if line not in gone]
    assert b"".join(gone).count(b"{url:") == 3
    assert len(gone) == 4


def test_a_name_that_is_nearly_right_is_suggested(briefing: Run, starter: Path) -> None:
    code, _, error = briefing("feeds", "remove", "Natur", "--config", starter)
    assert (code, "(did you mean 'Nature'?)" in error) == (2, True)
    error = briefing("feeds", "remove", "bbc", "--config", starter)[2]
    assert "(did you mean 'BBC News' or 'BBC Business'?)" in error


def test_what_would_leave_the_file_invalid_is_refused_by_its_own_lines(briefing: Run, starter: Path) -> None:
    before = starter.read_text(encoding="utf-8")
    code, _, error = briefing("feeds", "remove", "Nature", "Phys.org", "NASA", "--config", starter)
    assert (code, starter.read_text(encoding="utf-8")) == (2, before)
    line = next(number for number, line in enumerate(before.splitlines(), 1) if "sections: [" in line)
    assert f"{starter}:{line}: audience 'morning': unknown section 'Science'" in error
    assert "is left as it is, for it would not be valid afterwards" in error


def test_a_feeds_yaml_that_is_invalid_already_is_told_as_ever(tmp_path: Path, briefing: Run) -> None:
    file = workspace_of(tmp_path, "ftp://a.example/")
    for command in (["list"], ["export"], ["remove", "x"], ["add", "x.example"], ["import", "-"]):
        code, _, error = briefing("feeds", *command, "--config", file)
        assert (code, "feeds.yaml:4: feed 1" in error) == (2, True)


def test_a_host_without_a_scheme_is_asked_without_tls_where_it_has_none(
    tmp_path: Path, briefing: Run, site: Site
) -> None:
    file = workspace_of(tmp_path, "https://a.example/")
    bare = site.says("/x", RSS).removeprefix("http://")
    assert briefing("feeds", "add", bare, "--config", file)[0] == 0
    assert config.load(file, {}).feeds[1].url == site.url("/x")
    code, _, error = briefing("feeds", "add", bare.replace("/x", "/none"), "--config", file)
    assert (code, "https://127.0.0.1" in error) == (1, True)
