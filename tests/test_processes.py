"""Commands as processes: two at once, interrupted, terminated, restarted across an hour."""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from workspaces import RSS, workspace_of

from briefing import config, daemon, newsroom

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Site

    Run = Callable[..., tuple[int, str, str]]

EARLY = 'timezone: UTC\naudiences: {morning: {title: Early, schedule: "0 0 * * *"}}\n'


def start(*arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "briefing", *map(str, arguments)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )


def test_two_makers_at_once_leave_an_edition_that_is_its_record(tmp_path: Path, site: Site, briefing: Run) -> None:
    config_ = workspace_of(tmp_path, site.says("/feed", RSS), more=EARLY)
    makers = [start("build", "--config", config_) for _ in range(3)]
    said = [maker.communicate(timeout=120)[0] for maker in makers]
    assert "Traceback" not in "".join(said)
    assert [maker.returncode for maker in makers] == [0, 0, 0], said
    code, out, _ = briefing("verify", "today", "--config", config_)
    assert (code, "the same" in out) == (0, True)


def test_a_second_round_waits_for_the_first_and_asks_only_for_what_is_new(tmp_path: Path, site: Site) -> None:
    feed = site.says("/feed", RSS, ETag='"1"')
    config_ = workspace_of(tmp_path, feed, site.url("/hang"))
    config_.write_text(config_.read_text().replace("timeout: 2", "timeout: 60"))
    first = start("collect", "--config", config_)
    assert site.reached.wait(60)
    second = start("collect", "--config", config_)
    assert second.stdout is not None
    assert "waiting for the round of another process" in second.stdout.readline()
    site.hanging.set()
    assert "Traceback" not in first.communicate(timeout=60)[0] + second.communicate(timeout=60)[0]
    asked = [headers.get("If-None-Match") for path, headers in site.asked if path == "/feed"]
    assert asked == [None, '"1"']


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_command_that_is_stopped_says_so_in_a_line_and_leaves_nobody_behind(
    tmp_path: Path, site: Site, number: signal.Signals
) -> None:
    feeds = [site.says(f"/feed{n}", RSS.replace("<guid>1", f"<guid>{n}")) for n in range(8)]
    config_ = workspace_of(tmp_path, *feeds, site.url("/hang"))
    config_.write_text(config_.read_text().replace("timeout: 2", "timeout: 60"))
    with start("collect", "--config", config_) as round_:
        assert site.reached.wait(60)
        if number == signal.SIGINT:
            os.killpg(round_.pid, number)  # as a terminal does: to the workers, too
        else:
            round_.send_signal(number)
        said, _ = round_.communicate(timeout=60)  # ends when nobody holds its end of the pipe any more
    assert "Traceback" not in said
    if number != signal.SIGKILL:
        assert round_.returncode == 130
        assert said.splitlines()[-1] == "interrupted: what was heard is kept"


def test_a_restart_across_the_first_hour_loses_no_edition(tmp_path: Path, site: Site) -> None:
    settings = config.load(workspace_of(tmp_path, site.says("/feed", RSS), more="timezone: UTC\n"), {})
    for minutes, due in ((-2, ()), (1, (dt.date(2025, 12, 7),))):
        now = dt.datetime(2025, 12, 7, 6, 0, tzinfo=dt.UTC) + dt.timedelta(minutes=minutes)
        with newsroom.house(settings, clock=lambda now=now: now, environ={}, say=lambda *_: None) as room:
            since = daemon.first_days(room)["morning"]
            assert daemon.due_days(settings.audiences[0], since, now) == due


def test_a_file_without_an_end_is_not_read_to_its_end() -> None:
    with start("brief", "/dev/zero") as process:
        said, _ = process.communicate(timeout=60)
    assert (process.returncode, "larger than 8 MB" in said) == (2, True)
