from __future__ import annotations

import hashlib
import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from workspaces import RSS, broken, workspace_of

from briefing import newsroom

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Site

    Run = Callable[..., tuple[int, str, str]]

FILES = ("morning.json", "morning.html", "morning.pdf")


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("2025-12-*/*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_demo_leaves_two_editions_and_their_workspace(sample_editions: Path) -> None:
    for day in ("2025-12-06", "2025-12-07"):
        assert all((sample_editions / day / name).is_file() for name in FILES)
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
    config.write_text(config.read_text().replace("sections: [World, Canada, France]", "sections: [France]"))
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
    code, said, _ = briefing("build", "--date", "2025-10-01", "--config", workspace / "demo" / "feeds.yaml")
    assert code == 3
    assert "nearest day that has something is 2025-12-06" in said


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--date", "2025-12-08"), "has not come yet"),
        (("--date", "soon"), "is no day"),
        (("--audience", "mornin"), "did you mean 'morning'"),
        (("--from", "2025-12-06"), "go together"),
        (("--as-of", "noon"), "is no moment"),
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
    assert [row["date"] for row in json.loads(out)] == ["2025-12-06", "2025-12-07"]


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


def test_a_broken_template_is_told_with_file_and_line(workspace: Path, briefing: Run) -> None:
    config = workspace / "demo" / "feeds.yaml"
    folder = workspace / "demo" / "templates" / "morning"
    folder.mkdir(parents=True)
    for text, line in (("<p>\n{% if %}", 2), ("\n\n{{ edition.titel }}", 3)):
        (folder / "edition.html").write_text(text)
        for command in (("check",), ("build",)):
            code, _, error = briefing(*command, "--config", config)
            assert code in (1, 2)
            assert f"templates/morning/edition.html:{line}:" in error


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


def test_init_makes_a_workspace_and_overwrites_none(tmp_path: Path, briefing: Run) -> None:
    assert briefing("init", tmp_path / "new")[0] == 0
    assert briefing("check", "--config", tmp_path / "new" / "feeds.yaml")[0] == 0
    code, _, error = briefing("init", tmp_path / "new")
    assert code == 2
    assert "stands there already" in error


def test_check_names_a_missing_secret(tmp_path: Path, briefing: Run) -> None:
    config = workspace_of(tmp_path, '"https://x.example/feed?key=${NO_SUCH_KEY}"')
    code, _, error = briefing("check", "--config", config)
    assert code == 2
    assert "feeds.yaml:4" in error
    assert "${NO_SUCH_KEY}" in error


def test_check_says_what_this_version_does_not_act_on(tmp_path: Path, briefing: Run) -> None:
    more = "audiences: {morning: {deliver: [{folder: /srv/briefings}], formats: [pdf, epub]}}\n"
    code, _, error = briefing("check", "--config", workspace_of(tmp_path, "https://x.example/feed", more=more))
    assert code == 0
    assert "folder is not sent to" in error
    assert "format epub is not made" in error


def test_schemas_and_doctor_answer(briefing: Run) -> None:
    for name in ("config", "edition"):
        schema = json.loads(briefing("schema", name)[1])
        assert schema["$schema"].endswith("2020-12/schema")
    code, out, _ = briefing("doctor")
    assert code == 0
    assert "Pango" in out


def test_brief_reads_a_page_from_a_file_and_a_pipe(tmp_path: Path, briefing: Run) -> None:
    data = Path(newsroom.__file__).parent.parent / "sample" / "data" / "2025-12-07" / "atlas-wire.example" / "article"
    page = data / "karsova-orlava-toll-minister-20251207.html"
    code, out, _ = briefing("brief", page, "--json")
    answer = json.loads(out)
    assert code == 0
    for part in ("key_developments", "analysis", "open_questions", "unknowns"):
        for item in answer[part]:
            for one in item["evidence"]:
                assert set(one) == {"article", "start", "end", "quote"}
                assert answer["article"]["text"][one["start"] : one["end"]] == one["quote"]
    command = [sys.executable, "-m", "briefing", "brief", "-", "--json"]
    piped = subprocess.run(command, input=page.read_bytes(), capture_output=True, check=True)
    assert json.loads(piped.stdout) == answer
    (tmp_path / "menu.html").write_text("<html><body><ul><li>Home</li></ul></body></html>")
    assert briefing("brief", tmp_path / "menu.html")[0] == 2


def test_help_imports_nothing_heavy() -> None:
    program = "import sys\nfrom briefing.cli.parser import parser\nparser()\nprint(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    for heavy in (
        "sqlalchemy",
        "pydantic",
        "aiohttp",
        "trafilatura",
        "feedparser",
        "jinja2",
        "weasyprint",
        "rich",
        "babel",
    ):
        assert heavy not in loaded
