from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from workspaces import broken, workspace_of

from briefing import newsroom

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]


def test_init_makes_a_workspace_and_overwrites_none(tmp_path: Path, briefing: Run) -> None:
    assert briefing("init", tmp_path / "new")[0] == 0
    assert briefing("check", "--config", tmp_path / "new" / "feeds.yaml")[0] == 0
    code, _, error = briefing("init", tmp_path / "new")
    assert code == 2
    assert "stands there already" in error
    code, out, _ = briefing("init", tmp_path / "other", "--json")
    assert code == 0
    assert json.loads(out)["config"] == str(tmp_path / "other" / "feeds.yaml")


@pytest.mark.parametrize("blocked", ["new", "new/templates", "new/out"])
@pytest.mark.parametrize("below", ["", "deeper"])
def test_init_says_what_is_in_the_way(tmp_path: Path, briefing: Run, blocked: str, below: str) -> None:
    (tmp_path / blocked).parent.mkdir(exist_ok=True)
    (tmp_path / blocked).write_text("a file")
    folder = tmp_path / blocked / below if below else tmp_path / "new"
    code, out, error = briefing("init", folder)
    assert (code, out) == (2, "")
    assert error.startswith(f"{tmp_path / blocked}: is in the way, because it is no folder")
    assert not (tmp_path / "new" / "feeds.yaml").exists()


def test_check_names_a_missing_secret(tmp_path: Path, briefing: Run) -> None:
    config = workspace_of(tmp_path, '"https://x.example/feed?key=${NO_SUCH_KEY}"')
    code, _, error = briefing("check", "--config", config)
    assert code == 2
    assert "feeds.yaml:4" in error
    assert "${NO_SUCH_KEY}" in error
    code, out, _ = briefing("check", "--config", config, "--json")
    assert code == 2
    assert "${NO_SUCH_KEY}" in json.loads(out)["mistakes"][0]


def test_check_gives_every_mistake_as_a_fact(tmp_path: Path, briefing: Run) -> None:
    config = workspace_of(tmp_path, "ftp://x.example/feed", more="titel: x\n")
    code, out, error = briefing("check", "--config", config, "--json")
    assert code == 2
    assert json.loads(out)["mistakes"] == error.splitlines()
    assert len(error.splitlines()) == 2
    broken(tmp_path / "templates", "{{ edition.titel }}")
    code, out, _ = briefing("check", "--config", workspace_of(tmp_path, "https://x.example/feed"), "--json")
    assert code == 2
    assert json.loads(out)["mistakes"][0].startswith("templates/edition.html:1: 'titel' is undefined")


def test_an_empty_briefing_config_counts_as_none(
    tmp_path: Path, briefing: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace_of(tmp_path, "https://x.example/feed")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEFING_CONFIG", "")
    assert briefing("check")[0] == 0


def test_check_says_what_this_version_does_not_act_on(tmp_path: Path, briefing: Run) -> None:
    more = "audiences: {morning: {deliver: [{folder: /srv/briefings}], formats: [pdf, epub], quiet: skip}}\n"
    feed = "{url: https://x.example/feed, id: x, use: quote}"
    code, _, error = briefing("check", "--config", workspace_of(tmp_path, feed, more=more))
    assert code == 0
    assert "folder is not sent to" in error
    assert "format" not in error
    assert "quiet: skip: a quiet day's edition is made all the same" in error


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
        "pycurl",
        "trafilatura",
        "feedparser",
        "jinja2",
        "weasyprint",
        "rich",
        "babel",
    ):
        assert heavy not in loaded
