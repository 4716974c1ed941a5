from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from briefing import config
from briefing.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

FEED = "feeds: [{url: https://example.org/feed, section: World}]\n"


def _refused(path: Path) -> tuple[str, ...]:
    with pytest.raises(ConfigError) as caught:
        config.load(path, {})
    return caught.value.mistakes


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "feeds.yaml").write_bytes(b"\xef\xbb\xbf" + FEED.encode())
    assert config.load(tmp_path / "feeds.yaml", {}).feeds


def test_a_missing_file_says_how_to_get_one(tmp_path: Path) -> None:
    (found,) = _refused(tmp_path / "feeds.yaml")
    assert "feeds.yaml: no such file: `briefing init` writes one here, or name one with --config FILE" in found


def test_a_folder_is_not_taken_for_the_file(tmp_path: Path) -> None:
    assert _refused(tmp_path) == (f"{tmp_path}: is a folder: name the file in it",)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "feeds.yaml").write_text(FEED)
    (tmp_path / "feeds.yaml").chmod(0)
    assert "cannot be read: Permission denied" in _refused(tmp_path / "feeds.yaml")[0]


def test_importing_the_room_loads_nothing_heavy() -> None:
    code = "import sys, briefing.config; print({'pydantic', 'ruamel.yaml', 'babel'} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "set()"
