from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from briefing import archive as ar
from briefing import identity
from briefing.archive import migrations
from briefing.archive.hearing import arrival
from briefing.errors import ArchiveError, UserError
from briefing.model import (
    Article,
    Audience,
    Block,
    Entry,
    Feed,
    Hearing,
    Observation,
    Occasion,
    Place,
    Predecessor,
    Reading,
    Silence,
    Turn,
    Window,
)

if TYPE_CHECKING:
    from multiprocessing.synchronize import Barrier
    from pathlib import Path

NOW = dt.datetime(2025, 12, 7, 11, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
PLACE = Place(name="Ottawa", latitude=45.42, longitude=-75.7)
FEEDS = (Feed(id="f", url="u"), Feed(id="g", url="v"))
AUDIENCE = Audience(name="morning", title="The Morning Briefing", place=PLACE)


def entry(name: str, published: dt.datetime | None = None, words: str = "It rained.") -> Entry:
    blocks = (Block(kind="paragraph", text=words),)
    return Entry(
        feed="f", identity=name, link=f"http://x.example/{name}", title=name, published=published, blocks=blocks
    )


def told(archive: ar.Archive, hearing: Hearing) -> int:
    return ar.hear(archive, [(hearing, Turn(due=hearing.at), "u")])


def hear(archive: ar.Archive, at: dt.datetime, *entries: Entry) -> int:
    versions = tuple(map(identity.version, entries))
    return told(archive, Hearing(feed=entries[0].feed, at=at, outcome="heard", versions=versions, title="F"))


def occasion(closed: dt.datetime = NOW, known: int = 99, predecessor: Predecessor | None = None) -> Occasion:
    opened = predecessor.closed if predecessor else closed - DAY
    return Occasion(
        audience=AUDIENCE, feeds=FEEDS, date=closed.date(), status="edition", known=known, predecessor=predecessor,
        window=Window(opened=opened, closed=closed),
    )  # fmt: skip


def titles(archive: ar.Archive, of: Occasion) -> list[str]:
    return [heard.entry.title for heard in ar.snapshot(archive, of).heard]


def test_arrival_is_fixed_by_what_was_said_and_when_it_was_heard() -> None:
    assert arrival(NOW, None, None) == NOW
    assert arrival(NOW, NOW - DAY, None) == NOW - DAY  # a first hearing's backlog belongs to its own days
    assert arrival(NOW, NOW + DAY, None) == NOW  # a date in the future is not believed
    assert arrival(NOW, NOW - DAY, NOW - HOUR) == NOW - HOUR  # dated back at leisure: when we could first have heard it
    assert arrival(NOW, NOW - HOUR, NOW - DAY) == NOW - HOUR  # it came out while we were down


def test_what_is_heard_later_does_not_change_the_past(archive: ar.Archive) -> None:
    hear(archive, NOW - 2 * HOUR, entry("a", NOW - 3 * HOUR))
    known = ar.known_at(archive, None)
    before = ar.snapshot(archive, occasion(known=known))
    hear(archive, NOW + HOUR, entry("late", NOW - HOUR), entry("a", NOW - 3 * HOUR, "It snowed."))
    assert ar.snapshot(archive, occasion(known=known)) == before


def test_nothing_falls_between_two_editions_and_nothing_is_told_twice(archive: ar.Archive) -> None:
    hear(archive, NOW - DAY, entry("old", NOW - DAY))
    hear(archive, NOW - HOUR, entry("on the hour", NOW), entry("before", NOW - 2 * HOUR))
    first = ar.snapshot(archive, occasion())
    before = Predecessor(digest="", closed=NOW, known=first.known)
    hear(archive, NOW + HOUR, entry("on the next hour", NOW + HOUR))
    hear(archive, NOW + HOUR, Entry(feed="g", identity="missed", title="missed", published=NOW - 5 * HOUR))
    second = titles(archive, occasion(NOW + DAY, predecessor=before))
    told = [heard.entry.title for heard in first.heard]
    assert sorted(told + second) == ["before", "missed", "old", "on the hour", "on the next hour"]
    assert "missed" in second


def test_a_new_version_keeps_the_arrival_and_is_not_news_again(archive: ar.Archive) -> None:
    hear(archive, NOW - 2 * HOUR, entry("a", NOW - 3 * HOUR))
    first = ar.snapshot(archive, occasion())
    assert hear(archive, NOW + HOUR, entry("a", NOW + HOUR, "It snowed.")) == 1
    assert titles(archive, occasion(NOW + DAY, predecessor=Predecessor(digest="", closed=NOW, known=first.known))) == []
    assert ar.snapshot(archive, occasion()).heard[0].entry.blocks[0].text == "It snowed."


def test_the_same_words_heard_again_are_no_version(archive: ar.Archive) -> None:
    assert hear(archive, NOW - HOUR, entry("a", NOW)) == 1
    assert hear(archive, NOW, entry("a", NOW)) == 0
    assert hear(archive, NOW, entry("a", NOW + HOUR)) == 0


def test_an_entry_that_comes_under_another_id_is_no_news(archive: ar.Archive) -> None:
    hear(archive, NOW - DAY, entry("a", NOW - DAY))
    again = replace(entry("a", NOW), identity="another")
    assert hear(archive, NOW, again) == 0
    edited = replace(again, identity="a third", blocks=(Block(kind="paragraph", text="It snowed."),))
    assert hear(archive, NOW, edited) == 1
    (heard,) = ar.snapshot(archive, occasion(NOW + HOUR)).heard or ar.snapshot(archive, occasion()).heard
    assert heard.entry.blocks[0].text == "It snowed."
    assert heard.arrived == NOW - DAY
    assert hear(archive, NOW, replace(again, identity="else", title="Another story behind one link")) == 1


def test_an_archive_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'old.db'}"
    engine = sa.create_engine(url)
    migrations.upgrade(engine, "", "0001")
    with engine.begin() as connection:
        connection.execute(
            sa.text("INSERT INTO feeds (feed, title, etag, modified, body, moved, cause, failures) "
                    "VALUES ('f', 'F', 'e', '', 'b', '', '', 0)")
        )  # fmt: skip
    engine.dispose()
    with ar.Archive(url) as archive:
        assert ar.feed_states(archive)["f"].validators.etag == "e"
        assert hear(archive, NOW, entry("a", NOW)) == 1


def test_the_order_of_hearing_does_not_show_in_a_snapshot(archive: ar.Archive, tmp_path: Path) -> None:
    said = [entry(str(n), NOW - HOUR) for n in range(8)]
    hear(archive, NOW - HOUR, *said)
    with ar.Archive(f"sqlite:///{tmp_path / 'other.db'}") as other:
        hear(other, NOW - HOUR, *reversed(said))
        assert titles(other, occasion()) == titles(archive, occasion())


def test_an_article_is_read_once_and_a_failing_page_is_given_up(archive: ar.Archive) -> None:
    hear(archive, NOW - HOUR, entry("a", NOW - HOUR), entry("b", NOW - HOUR))
    wanted = ar.wanted_pages(archive, ["f"], NOW - DAY, NOW)
    assert {page.title for page in wanted} == {"a", "b"}
    article = Article(url="http://x.example/a", title="A", blocks=(Block(kind="paragraph", text="Long."),))
    silence = Silence(feed="f", url="http://x.example/b", since=NOW, cause="not found")
    first, second = sorted(wanted, key=lambda page: page.title)
    ar.read(archive, [Reading(entry=first.entry, at=NOW, article=article)])
    for _ in range(3):
        assert [page.title for page in ar.wanted_pages(archive, ["f"], NOW - DAY, NOW)] == ["b"]
        ar.read(archive, [Reading(entry=second.entry, at=NOW, silence=silence)])
    assert ar.wanted_pages(archive, ["f"], NOW - DAY, NOW) == ()
    assert [text for _, _, text in ar.snapshot(archive, occasion()).articles] == [article]


def test_of_an_edited_entry_only_the_latest_versions_page_is_wanted(archive: ar.Archive) -> None:
    hear(archive, NOW - HOUR, entry("a", NOW - HOUR))
    hear(archive, NOW, replace(entry("a", NOW - HOUR), title="A, edited"))
    assert [page.title for page in ar.wanted_pages(archive, ["f"], NOW - DAY, NOW)] == ["A, edited"]


def test_a_silence_is_told_until_the_feed_speaks_again(archive: ar.Archive) -> None:
    for hours, cause in ((3, "not found"), (2, "not found"), (1, "could not be reached")):
        silence = Silence(feed="f", url="u", since=NOW - hours * HOUR, cause=cause)
        told(archive, Hearing(feed="f", at=NOW - hours * HOUR, outcome="silent", silence=silence))
    silent = ar.snapshot(archive, occasion()).silences
    assert [(one.cause, one.since) for one in silent] == [("could not be reached", NOW - 3 * HOUR)]
    known = ar.known_at(archive, None)
    hear(archive, NOW, entry("a", NOW))
    assert ar.snapshot(archive, occasion()).silences == ()
    assert len(ar.snapshot(archive, occasion(known=known)).silences) == 1


def test_an_unchanged_round_is_no_commit(archive: ar.Archive) -> None:
    hear(archive, NOW - HOUR, entry("a", NOW))
    known = ar.known_at(archive, None)
    told(archive, Hearing(feed="f", at=NOW, outcome="unchanged"))
    ar.close_round(archive, NOW)
    assert ar.known_at(archive, None) == known


def test_the_first_temperature_of_an_hour_stands(archive: ar.Archive) -> None:
    for celsius in (-9.2, 4.0):
        ar.observe(archive, Observation(latitude=45.42, longitude=-75.7, at=NOW, celsius=celsius, source="x"), NOW)
    seen = ar.observation(archive, PLACE, NOW + HOUR / 2)
    assert seen is not None
    assert seen.celsius == -9.2
    assert ar.observation(archive, PLACE, NOW + HOUR) is None


def test_the_schema_is_what_the_tables_say(archive: ar.Archive) -> None:
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415 - as slow as it is rare
    from alembic.migration import MigrationContext  # noqa: PLC0415 - likewise

    from briefing.archive.tables import metadata  # noqa: PLC0415 - likewise

    with archive.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_an_archive_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    ar.Archive(f"sqlite:///{path}").close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(ArchiveError, match="newer briefing"):
        ar.Archive(f"sqlite:///{path}")


def test_what_is_no_archive_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_text("these are not the pages of a database, " * 40)
    with pytest.raises(ArchiveError, match="not a database"):
        ar.Archive(f"sqlite:///{path}")
    with pytest.raises(ArchiveError, match="does not exist"):
        ar.Archive(f"sqlite:///{tmp_path / 'no' / 'a.db'}")
    with pytest.raises(UserError, match="postgresql"):
        ar.Archive("mysql://secret:word@host/name")


def test_no_message_shows_a_password() -> None:
    with pytest.raises((UserError, ArchiveError)) as error:
        ar.Archive("postgresql+psycopg://me:hunter2@127.0.0.1:1/none")
    assert "hunter2" not in str(error.value)


WRITER = """
import datetime as dt, sys
from briefing import archive as ar
from briefing.identity import version
from briefing.model import Entry, Hearing, Turn
at = dt.datetime(2025, 12, 7, 11, 0, tzinfo=dt.UTC)
with ar.Archive(sys.argv[1]) as archive:
    for n in range(100_000):
        said = version(Entry(feed="f", identity=str(n)))
        ar.hear(archive, [(Hearing(feed="f", at=at, outcome="heard", versions=(said,)), Turn(due=at), "u")])
        print(n, flush=True)
"""


def test_a_killed_writer_loses_nothing_that_it_committed(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    with subprocess.Popen([sys.executable, "-c", WRITER, url], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        last = -1
        for line in writer.stdout:
            last = int(line)
            if last >= 20:
                os.kill(writer.pid, signal.SIGKILL)
                break
        last = max([last, *(int(line) for line in writer.stdout if line.strip().isdigit())])
    with ar.Archive(url) as archive:
        kept = ar.snapshot(archive, occasion(NOW + HOUR)).heard
        assert {str(n) for n in range(last + 1)} <= {heard.entry.identity for heard in kept}
        assert hear(archive, NOW, entry("after")) == 1


def test_two_writers_number_their_commits_without_a_gap(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    ar.Archive(url).close()
    program = WRITER.replace("100_000", "25").replace('"f"', "sys.argv[2]")
    writers = [
        subprocess.Popen([sys.executable, "-c", program, url, name], stdout=subprocess.DEVNULL) for name in ("f", "g")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    with ar.Archive(url) as archive:
        commits = [heard.commit for heard in ar.snapshot(archive, occasion(NOW + HOUR)).heard]
    assert sorted(commits) == list(range(1, 51))


def _make_archives(gate: Barrier, folder: Path) -> None:
    for number in range(15):
        gate.wait(60)
        ar.Archive(f"sqlite:///{folder / f'{number}.db'}").close()


def test_many_processes_may_make_one_archive_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    gate = context.Barrier(3)
    makers = [context.Process(target=_make_archives, args=(gate, tmp_path)) for _ in range(3)]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join(60)
    assert [maker.exitcode for maker in makers] == [0, 0, 0]
