from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing import config
from briefing.cli.parser import parser

if TYPE_CHECKING:
    from collections.abc import Callable

TOP = Path(__file__).parent.parent
PAGES = [TOP / "README.md", *sorted((TOP / "docs").glob("*.md"))]
COMMANDS = sorted({
    line.split("#")[0].strip()
    for page in PAGES
    for line in page.read_text(encoding="utf-8").splitlines()
    if line.startswith("    briefing ")
})  # fmt: skip
ON_THE_SAMPLE = [command for command in COMMANDS if "out/demo" in command]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_in_the_docs_can_be_typed(command: str) -> None:
    assert parser().parse_args(shlex.split(command.partition(" < ")[0])[1:]).run


@pytest.mark.parametrize("command", ON_THE_SAMPLE)
def test_a_command_on_the_sample_workspace_does_what_the_docs_say(
    command: str, workspace: Path, monkeypatch: pytest.MonkeyPatch, briefing: Callable[..., tuple[int, str, str]]
) -> None:
    monkeypatch.chdir(workspace.parent)
    code, out, _ = briefing(*shlex.split(command)[1:])
    assert (code, bool(out)) == (0, True)


def test_every_target_in_the_docs_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z]+):.*##", (TOP / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {
        name
        for page in PAGES
        for name in re.findall(r"^    make ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert named
    assert named <= targets
    assert {"help", "briefing", "demo", "test", "check", "golden", "bench", "soak"} <= targets


def test_every_link_between_the_docs_leads_somewhere() -> None:
    for page in PAGES:
        for link in re.findall(r"\]\(([^)#]+)\)|src=\"([^\"]+)\"", page.read_text(encoding="utf-8")):
            target = next(filter(None, link))
            assert target.startswith("http") or (page.parent / target).exists(), f"{page.name}: {target}"


def planned(about: str) -> set[str]:
    """Give the names in backticks that the README says are not there yet."""
    text = (TOP / "README.md").read_text(encoding="utf-8").partition("## What it does not do yet")[2]
    item = re.search(rf"- \*\*{about}\*\*(.*?)\n(?:- |\n)", text, re.DOTALL)
    assert item
    return set(re.findall(r"`(\w+)`", item[1]))


def test_a_command_that_the_readme_calls_absent_is_absent() -> None:
    absent = planned("Commands")
    assert {"deliver", "serve"} <= absent
    for command in absent:
        with pytest.raises(SystemExit) as stop:
            parser().parse_args([command])
        assert stop.value.code == 2


def test_the_shipped_feeds_are_the_starter() -> None:
    assert (TOP / "feeds.yaml").read_text(encoding="utf-8") == config.starter()
    settings = config.load(TOP / "feeds.yaml", {})
    assert len(settings.feeds) >= 12
    assert {"World", "Canada", "Science", "Economy"} <= {feed.section for feed in settings.feeds}
    assert [audience.name for audience in settings.audiences] == ["morning"]
