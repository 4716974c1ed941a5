from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import resource
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from workspaces import RSS, workspace_of

from briefing import newsroom, sample
from briefing.config import load

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Site

    Run = Callable[..., tuple[int, str, str]]

FILES = ("morning.json", "morning.html", "morning.pdf", "morning.ics")


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("2025-12-*/*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_demo_leaves_four_editions_and_their_workspace(sample_editions: Path) -> None:
    for day in ("2025-12-04", "2025-12-05", "2025-12-06", "2025-12-07"):
        made = set(FILES) - ({"morning.ics"} if day == "2025-12-05" else set())  # a day with nothing to watch for
        assert {file.name for file in (sample_editions / day).iterdir()} == made
    edition = json.loads((sample_editions / "2025-12-07" / "morning.json").read_text())
    assert edition["dateline"]["text"] == ["−9.2\u202f°C", "Ottawa", "Sunday, December 7, 2025"]
    stories = [story for section in edition["sections"] for story in section["stories"]]
    flood = max(stories, key=lambda story: len(story["sources"]))
    assert {"Northern Courier", "Atlas Wire", "The Meridian Ledger"} <= {source["name"] for source in flood["sources"]}
    assert edition["silences"] == []


def test_the_demo_makes_the_same_bytes_at_every_run(sample_editions: Path, tmp_path: Path) -> None:
    environ = os.environ | {"PYTHONHASHSEED": "99", "TZ": "Asia/Kathmandu", "LC_ALL": "C"}
    command = [sys.executable, "-m", "briefing", "demo", "--out", tmp_path / "again", "--quiet"]
    subprocess.run(command, env=environ, check=True, capture_output=True, cwd=tmp_path)
    assert digests(tmp_path / "again") == digests(sample_editions)


def test_verify_says_the_same(workspace: Path, briefing: Run) -> None:
    config = workspace / "demo" / "feeds.yaml"
    assert briefing("verify", "2025-12-06..2025-12-07", "--config", config)[0] == 0
    assert briefing("verify", "2025-11-02", "--config", config)[0] == 2
    code, out, _ = briefing("verify", "today", "--config", config, "--json")
    assert code == 0
    assert json.loads(out)[0]["outcome"] == "same"


def test_verify_tells_a_file_that_was_changed(workspace: Path, briefing: Run) -> None:
    config = workspace / "demo" / "feeds.yaml"
    page = workspace / "2025-12-07" / "morning.html"
    page.write_text(page.read_text().replace("Ottawa", "Gatineau"))
    code, out, _ = briefing("verify", "2025-12-07", "--config", config, "--out", workspace)
    assert code == 1
    assert "morning.html: the file was changed" in out


def test_a_second_build_touches_nothing(workspace: Path, briefing: Run) -> None:
    config = workspace / "demo" / "feeds.yaml"
    assert briefing("build", "--config", config)[0] == 0
    out = workspace / "demo" / "out"
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.*")}
    assert len(before) == len(FILES)
    code, said, _ = briefing("build", "--config", config)
    assert code == 0
    assert said.count("(as it was)") == len(FILES)
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*.*")} == before


def test_a_sealed_day_comes_back_from_its_record(workspace: Path, briefing: Run) -> None:
    config = workspace / "demo" / "feeds.yaml"
    config.write_text(config.read_text().replace("sections: [World, Canada, France, Opinion]", "sections: [France]"))
    code, said, _ = briefing("build", "--date", "2025-12-06", "--config", config, "--out", workspace)
    assert code == 0
    assert "from its record" in said
    assert said.count("(as it was)") == len(FILES)
    code, said, _ = briefing("build", "--date", "2025-12-06", "--as-configured", "--config", config, "--out", workspace)
    assert code == 0
    assert "as-of-now-as-configured" in said


def test_what_was_known_then_goes_beside(workspace: Path, briefing: Run) -> None:
    config = workspace / "demo" / "feeds.yaml"
    code, said, _ = briefing("build", "--date", "2025-12-07", "--as-of", "2025-12-06T06:00", "--config", config)
    assert code == 3  # nothing of that day was known yet
    assert "as-of-2025-12-06T110000Z" in said


def test_a_day_of_which_nothing_is_known_names_the_nearest(workspace: Path, briefing: Run) -> None:
    code, said, error = briefing("build", "--date", "2025-10-01", "--config", workspace / "demo" / "feeds.yaml")
    assert code == 3
    assert said.count("\n") == 1
    assert "no edition was made. The nearest day that has something is 2025-12-04." in said
    assert "without a story" not in error


def test_the_nearest_day_has_come_and_would_have_a_story(tmp_path: Path, site: Site) -> None:
    settings = load(workspace_of(tmp_path, site.says("/feed", RSS), more="timezone: America/Toronto\n"), {})
    now = [dt.datetime(2025, 12, 7, 13, 0, tzinfo=dt.UTC)]  # two hours after today's edition closed
    with newsroom.house(settings, clock=lambda: now[0], environ={}, say=lambda *_: None) as room:
        (audience,) = settings.audiences

        def ask(day: int, *, by_hand: bool = True) -> newsroom.Made | newsroom.NothingHeard:
            date = dt.date(2025, 12, day)
            return newsroom.make(room, newsroom.Ask(audience=audience, date=date, by_hand=by_hand))

        standing = ask(7, by_hand=False)
        assert isinstance(standing, newsroom.Made)
        newsroom.collect(room)  # what is heard now belongs to tomorrow's edition, which nobody can ask for yet
        nothing = ask(3)
        assert isinstance(nothing, newsroom.NothingHeard)
        assert nothing.nearest is None
        now[0] += dt.timedelta(days=1)
        nothing = ask(3)
        assert isinstance(nothing, newsroom.NothingHeard)
        assert nothing.nearest == dt.date(2025, 12, 8)


def test_a_range_tells_each_day_as_it_is_made(workspace: Path, briefing: Run) -> None:
    config = workspace / "demo" / "feeds.yaml"
    days = ("--from", "2025-10-01", "--to", "2025-10-03")
    code, said, error = briefing("build", *days, "--no-collect", "--config", config)
    assert code == 3
    assert [line[:10] for line in said.splitlines()] == ["2025-10-01", "2025-10-02", "2025-10-03"]
    assert "making editions: 3 of 3" in error


def test_a_day_that_fails_keeps_no_other_from_being_made(workspace: Path, briefing: Run) -> None:
    config = workspace / "demo" / "feeds.yaml"
    (workspace / "2025-12-06" / "morning.html").unlink()
    (workspace / "2025-12-06" / "morning.html").mkdir()
    (workspace / "2025-12-07" / "morning.html").unlink()
    days = ("--from", "2025-12-06", "--to", "2025-12-07")
    code, said, _ = briefing("build", *days, "--no-collect", "--config", config, "--out", workspace, "--json")
    assert code == 1
    assert [told["status"] for told in json.loads(said)] == ["failed", "edition"]
    assert (workspace / "2025-12-07" / "morning.html").is_file()


def test_a_range_that_ends_in_the_future_is_verified_as_far_as_it_has_come(workspace: Path, briefing: Run) -> None:
    config = workspace / "demo" / "feeds.yaml"
    code, out, error = briefing("verify", "2025-12-06..2025-12-31", "--config", config)
    assert code == 2
    assert [line[:10] for line in out.splitlines()] == ["2025-12-06", "2025-12-07"]
    assert out.count("the same") == 2
    assert "2025-12-31 has not come yet" in error


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--date", "2025-12-08"), "has not come yet"),
        (("--date", "soon"), "is no day"),
        (("--audience", "mornin"), "did you mean 'morning'"),
        (("--from", "2025-12-06"), "go together"),
        (("--as-of", "noon"), "is no moment"),
        (("--as-of", "9999-12-31T23:59-12:00"), "has not come yet"),
        (("--as-of", "0001-01-01"), "too long ago"),
        (("--date", "0001-01-01", "--no-collect"), "too long ago"),
        (("--date", ""), "is no day"),
        (("--from", "", "--to", ""), "is no day"),
    ],
)
def test_a_users_mistake_is_told_in_one_line(
    workspace: Path, briefing: Run, arguments: tuple[str, ...], message: str
) -> None:
    code, _, error = briefing("build", "--config", workspace / "demo" / "feeds.yaml", *arguments)
    assert code == 2
    assert message in error
    assert len(error.strip().splitlines()) == 1


def test_editions_lists_what_was_made(workspace: Path, briefing: Run) -> None:
    code, out, _ = briefing("editions", "--json", "--config", workspace / "demo" / "feeds.yaml")
    assert code == 0
    assert [row["date"] for row in json.loads(out)] == ["2025-12-04", "2025-12-05", "2025-12-06", "2025-12-07"]
    code, out, error = briefing("editions", "--audience", "nope", "--config", workspace / "demo" / "feeds.yaml")
    assert (code, out) == (2, "")
    assert "audience 'nope': no such audience" in error


def test_an_audience_that_feeds_yaml_forgot_has_its_editions_still(workspace: Path, briefing: Run) -> None:
    config = workspace / "demo" / "feeds.yaml"
    config.write_text(config.read_text().replace("  morning:", "  evening:"))
    code, out, _ = briefing("editions", "--audience", "morning", "--config", config)
    assert (code, len(out.splitlines())) == (0, 4)


def test_the_demo_keeps_a_workspace_that_is_the_users(workspace: Path, briefing: Run) -> None:
    own = workspace / "demo" / "feeds.yaml"
    own.write_text(f"# mine\n{own.read_text()}")
    held = (workspace / "demo" / "briefing.db").read_bytes()
    for number in (1, 2):
        code, _, error = briefing("demo", "--out", workspace)
        assert code == 0
        aside = workspace / f"demo.yours-{number}"
        assert f"it is kept, and is {aside} now" in error
        assert (aside / "feeds.yaml").is_file() is (number == 1)
        assert (workspace / "demo" / "feeds.yaml").read_text() == sample.workspace()
        (workspace / "demo" / "feeds.yaml").unlink()  # an archive without its feeds.yaml is somebody's, too
    assert (workspace / "demo.yours-1" / "feeds.yaml").read_text().startswith("# mine\n")
    assert (workspace / "demo.yours-1" / "briefing.db").read_bytes() == held
    assert (workspace / "demo.yours-2" / "briefing.db").is_file()


def test_the_demo_begins_its_own_workspace_anew(workspace: Path, briefing: Run) -> None:
    code, _, error = briefing("demo", "--out", workspace)
    assert (code, "kept" in error) == (0, False)
    assert not list(workspace.glob("demo.yours*"))


def test_run_declines_on_a_sample_workspace(workspace: Path, briefing: Run) -> None:
    code, _, error = briefing("run", "--config", workspace / "demo" / "feeds.yaml")
    assert code == 2
    assert "one day of 2025" in error


def test_all_feeds_unreachable_still_print_an_edition(tmp_path: Path, briefing: Run, site: Site) -> None:
    config = workspace_of(tmp_path, site.url("/none"), site.url("/nothing"))
    code, out, error = briefing("build", "--config", config)
    assert code == 3
    assert "make demo" in error
    edition = json.loads(next((tmp_path / "out").rglob("morning.json")).read_text())
    assert [silence["cause"] for silence in edition["silences"]] == ["not found", "not found"]
    assert next((tmp_path / "out").rglob("morning.pdf")).read_bytes().startswith(b"%PDF")
    assert "2 feeds not heard" in out


def test_a_feed_of_today_becomes_todays_edition(tmp_path: Path, briefing: Run, site: Site) -> None:
    config = workspace_of(tmp_path, site.says("/feed", RSS), site.url("/none"))
    code, _, error = briefing("build", "--config", config)
    assert (code, error.count("Traceback")) == (0, 0)
    edition = json.loads(next((tmp_path / "out").rglob("morning.json")).read_text())
    assert edition["sections"][0]["stories"][0]["headline"] == "Rain in Halden"
    assert edition["sections"][0]["stories"][0]["sources"][0]["origin"] == "feed"


def test_an_unwritable_out_loses_nothing(workspace: Path, briefing: Run) -> None:
    config = workspace / "demo" / "feeds.yaml"
    (workspace / "blocked").write_text("a file where the folder should be")
    code, _, error = briefing("build", "--config", config, "--out", workspace / "blocked")
    assert code == 1
    assert "cannot be written" in error
    assert briefing("verify", "2025-12-07", "--config", config)[0] == 0


def full_disk() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))


def test_a_disk_that_fills_up_tears_no_file(tmp_path: Path) -> None:
    program = (
        "import signal, pathlib; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "from briefing.newsroom.printing import write; from briefing.errors import PressError\n"
        "try: write(pathlib.Path('morning.pdf'), b'x' * 100_000)\n"
        "except PressError as error: print(error)"
    )
    (tmp_path / "morning.pdf").write_bytes(b"yesterday's")
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, preexec_fn=full_disk, capture_output=True, text=True, check=True
    )
    assert "cannot be written" in done.stdout
    assert (tmp_path / "morning.pdf").read_bytes() == b"yesterday's"
    assert [path.name for path in tmp_path.iterdir()] == ["morning.pdf"]
