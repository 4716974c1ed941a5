from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from workspaces import RSS, broken, workspace_of

from briefing import sample

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Site

    Run = Callable[..., tuple[int, str, str]]

TWO = "audiences: {board: {formats: [html, pdf]}, morning: {formats: [html]}}\n"
OUTSIDE = "<p>\n<img src='https://x.example/a.png'>"


def started(*arguments: object, output: str = "/dev/null", **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own, its standard output going to a file."""
    command = [sys.executable, "-m", "briefing", *map(str, arguments)]
    with open(output, "wb") as out:  # noqa: PTH123 - a device
        return subprocess.run(command, env=os.environ | environ, stdout=out, stderr=subprocess.PIPE, check=False)


@pytest.mark.parametrize("text", ["<p>\n{{ edition.titel }}", "<p>\n{% if %}", b"<p>\n\xff", OUTSIDE])
def test_a_broken_template_takes_down_no_other_file_and_is_the_users_mistake(
    tmp_path: Path, briefing: Run, site: Site, text: str | bytes
) -> None:
    config = workspace_of(tmp_path, site.says("/feed", RSS), more=TWO)
    broken(tmp_path / "templates" / "board", text)
    code, out, error = briefing("build", "--config", config, "--json")
    assert code == 2
    assert "templates/board/edition.html:2: " in error
    assert "board: board.html, board.pdf: set with the shipped templates instead" in error
    assert "Traceback" not in error
    board, morning = json.loads(out)
    assert board["mistakes"][0].startswith("templates/board/edition.html:2: ")
    assert morning["mistakes"] == []
    for made in (board, morning):
        for file in made["files"]:
            assert Path(file["path"]).stat().st_size
    assert "Rain in\xa0Halden" in Path(board["files"][1]["path"]).read_text()
    assert briefing("check", "--config", config)[0] == 2
    again, _, error = briefing("build", "--config", config, "--no-collect")  # told until it is mended
    assert again == 2
    assert "templates/board/edition.html:2: " in error


def test_a_format_that_cannot_be_written_keeps_neither_its_json_nor_the_next_audience_waiting(
    tmp_path: Path, briefing: Run, site: Site
) -> None:
    config = workspace_of(tmp_path, site.says("/feed", RSS), more=TWO)
    assert briefing("build", "--config", config)[0] == 0
    day = next((tmp_path / "out").iterdir())
    for path in day.iterdir():
        path.unlink()
    (day / "board.html").mkdir()
    code, _, error = briefing("build", "--config", config, "--no-collect")
    assert code == 1
    assert "board.html: cannot be written" in error
    assert (day / "board.json").is_file()
    assert (day / "morning.html").is_file()


def test_templates_of_then_that_are_refused_now_are_a_difference_and_no_end(workspace: Path, briefing: Run) -> None:
    from briefing import archive, press  # noqa: PLC0415 - kept beside their only use
    from briefing.archive import Archive, Print  # noqa: PLC0415 - likewise

    broken(workspace / "templates", OUTSIDE)
    then = press.gather([workspace / "templates"])
    with Archive(f"sqlite:///{workspace / 'demo' / 'briefing.db'}") as held:
        record = archive.latest(held, "morning", sample.DAYS[-1])
        assert record is not None
        archive.keep_templates(held, then.digest, press.dump(then), sample.NOW)
        made = Print(format="html", templates=then.digest, toolchain="0" * 40, digest="0" * 40)
        archive.keep_prints(held, record.digest, [made], sample.NOW)
    code, out, _ = briefing("verify", "2025-12-07", "--config", workspace / "demo" / "feeds.yaml")
    assert code == 1
    assert "html: the templates of then are refused now: templates/edition.html:2:" in out


@pytest.mark.parametrize("command", [("schema", "edition"), ("doctor", "--json"), ("--help",)])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_an_output_that_is_full_is_told_in_one_line(command: tuple[str, ...], unbuffered: str) -> None:
    done = started(*command, output="/dev/full", PYTHONUNBUFFERED=unbuffered)
    assert done.returncode == 1
    assert done.stderr.decode() == "standard output: cannot be written: No space left on device\n"


def test_a_reader_that_has_gone_needs_no_word() -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "briefing", "schema", "edition"]
    with os.fdopen(write, "wb") as gone:
        done = subprocess.run(command, stdout=gone, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_closed_output_is_none_that_an_archive_could_be_taken_for(workspace: Path) -> None:
    line = f"exec {sys.executable} -m briefing editions --config {workspace / 'demo' / 'feeds.yaml'} >&- 2>&-"
    assert subprocess.run(["sh", "-c", line], check=False).returncode == 0
    assert started("verify", "2025-12-07", "--config", workspace / "demo" / "feeds.yaml").returncode == 0


def test_a_narrow_output_gets_what_it_can_print_and_every_fact(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<title>Dvořák à Łódź</title><p>{'The ministry said that 35 people had died. ' * 12}</p>")
    narrow = {"PYTHONIOENCODING": "ascii"}
    assert started("brief", page, output=str(tmp_path / "said"), **narrow).returncode == 0
    assert (tmp_path / "said").read_bytes().startswith(b"Dvo??k ? ??d?")
    assert started("brief", page, "--json", output=str(tmp_path / "facts"), **narrow).returncode == 0
    assert json.loads((tmp_path / "facts").read_bytes())["article"]["title"] == "Dvořák à Łódź"


def test_what_nobody_foresaw_is_one_line_and_a_traceback_only_with_debug(tmp_path: Path) -> None:
    (tmp_path / "pydantic.py").write_text("raise RuntimeError('not\\ntoday')\n")
    plain = started("schema", "config", PYTHONPATH=str(tmp_path))
    said = "RuntimeError: not today: this should not happen: run again with --debug to see where\n"
    assert (plain.returncode, plain.stderr.decode()) == (1, said)
    assert b"Traceback" in started("schema", "config", "--debug", PYTHONPATH=str(tmp_path)).stderr
    (tmp_path / "pydantic.py").write_text("import no_such_thing\n")
    missing = started("schema", "config", PYTHONPATH=str(tmp_path))
    assert missing.stderr.decode().startswith("No module named 'no_such_thing': what briefing stands on is not whole")


def test_the_doctor_tries_what_the_line_stands_on(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['lxml_html_clean'] = None\n")
    command = [sys.executable, "-m", "briefing", "doctor"]
    environ = os.environ | {"PYTHONPATH": str(tmp_path)}
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    (told,) = [line for line in done.stdout.splitlines() if line.startswith("reading articles (trafilatura): ")]
    assert "lxml" in told


def test_what_the_articles_stand_on_is_asked_for_by_name() -> None:
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text())["project"]
    (asked,) = [one for one in project["dependencies"] if re.match(r"lxml[-_]html[-_]clean\b", one)]
    assert re.search(r">=.*,<", asked)
