from __future__ import annotations

import datetime as dt
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from workspaces import RSS, broken, workspace_of

from briefing import archive, daemon, newsroom
from briefing.config import load
from briefing.model import Audience

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import Site


@pytest.mark.parametrize(
    ("catch_up", "late", "days"),
    [("latest", 5, ["2025-12-07"]), ("all", 5, ["2025-12-05", "2025-12-06", "2025-12-07"]), ("none", 5, []),
     ("none", 0, ["2025-12-07"])],
)  # fmt: skip
def test_what_is_due_after_downtime_is_what_catch_up_says(catch_up: str, late: int, days: list[str]) -> None:
    audience = Audience(name="m", title="t", timezone="America/Toronto", catch_up=catch_up)
    now = dt.datetime(2025, 12, 7, 11 + late, 1, tzinfo=dt.UTC)
    assert [day.isoformat() for day in daemon.due_days(audience, dt.date(2025, 12, 4), now)] == days


def test_the_scheduler_makes_the_edition_at_its_hour_and_only_once(tmp_path: Path, site: Site) -> None:
    site.says("/feed", RSS)
    settings = load(workspace_of(tmp_path, site.url("/feed"), more="timezone: America/Toronto\n"), {})
    now = [dt.datetime(2025, 12, 7, 10, 30, tzinfo=dt.UTC)]
    with newsroom.house(settings, clock=lambda: now[0], environ={}, say=lambda *_: None) as room:
        shift = daemon.Shift(since=daemon.first_days(room))
        for minutes in (0, 16, 30, 31, 60):
            now[0] = dt.datetime(2025, 12, 7, 10, 30, tzinfo=dt.UTC) + dt.timedelta(minutes=minutes)
            daemon.tick(room, shift)
        made = archive.editions(room.archive)
    assert [(record.date.isoformat(), record.status) for record in made] == [("2025-12-07", "edition")]
    assert made[0].window.closed == dt.datetime(2025, 12, 7, 11, 0, tzinfo=dt.UTC)
    assert (tmp_path / "out" / "2025-12-07" / "morning.pdf").is_file()


BROKEN = "<p>\n{{ edition.titel }}"
TWO = "audiences: {board: {formats: [html]}, morning: {formats: [html]}}\ntimezone: America/Toronto\n"


@contextmanager
def on_duty(config: Path, caplog: pytest.LogCaptureFixture) -> Iterator[Callable[[int], list[str]]]:
    """A scheduler whose clock is set by hand: `tick(minutes)` after 10:30 gives what was logged."""
    settings = load(config, {})
    now = [dt.datetime(2025, 12, 7, 10, 30, tzinfo=dt.UTC)]
    with newsroom.house(settings, clock=lambda: now[0], environ={}, say=lambda *_: None) as room:
        shift = daemon.Shift(since=daemon.first_days(room))

        def tick(minutes: int) -> list[str]:
            caplog.clear()
            now[0] = dt.datetime(2025, 12, 7, 10, 30, tzinfo=dt.UTC) + dt.timedelta(minutes=minutes)
            with caplog.at_level("INFO", "briefing"):
                daemon.tick(room, shift)
            return [record.getMessage() for record in caplog.records]

        yield tick


def test_a_broken_template_costs_no_audience_its_edition(
    tmp_path: Path, site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    config = workspace_of(tmp_path, site.says("/feed", RSS), more=TWO)
    broken(tmp_path / "templates" / "board", BROKEN)
    with on_duty(config, caplog) as tick:
        tick(0)
        said = tick(31)
        assert not [line for line in tick(32) if "templates" in line]
    (told,) = [line for line in said if "shipped templates" in line]
    assert told.startswith("board: set with the shipped templates instead: templates/board/edition.html:2: 'titel'")
    for name in ("board", "morning"):
        assert "Rain in\xa0Halden" in (tmp_path / "out" / "2025-12-07" / f"{name}.html").read_text()


def test_a_failure_is_logged_once_and_keeps_no_other_audience_waiting(
    tmp_path: Path, site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    config = workspace_of(tmp_path, site.says("/feed", RSS), more=TWO)
    blocked = tmp_path / "out" / "2025-12-07" / "board.json"
    blocked.mkdir(parents=True)
    with on_duty(config, caplog) as tick:
        tick(0)
        assert sum("board.json: cannot be written" in line for line in tick(31)) == 1
        assert (tmp_path / "out" / "2025-12-07" / "morning.html").is_file()
        assert tick(32) == []
        blocked.rmdir()
        assert "board: mended" in tick(33)
    assert (tmp_path / "out" / "2025-12-07" / "board.html").is_file()


def test_the_scheduler_logs_its_own_news_alone(capsys: pytest.CaptureFixture[str]) -> None:
    loggers = [logging.getLogger(name) for name in ("briefing", "apscheduler")]
    before = [(logger, logger.handlers, logger.level) for logger in loggers]
    try:
        daemon.speak()
        logging.getLogger("briefing").info("heard 1 of 1 feeds")
        logging.getLogger("weasyprint.progress").info("Step 1 - Fetching and parsing HTML")
        logging.getLogger("apscheduler.scheduler").info("Added job")
        said = capsys.readouterr().err
    finally:
        for logger, handlers, level in before:
            logger.handlers, logger.level = handlers, level
    assert len(said.splitlines()) == 1
    assert "heard 1 of 1 feeds" in said
