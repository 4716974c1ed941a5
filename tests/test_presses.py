"""Several editions at once: the same files as one after the other, and one that fails costs no other."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest
from workspaces import RSS, broken, workspace_of

from briefing import press
from briefing.errors import PressError
from briefing.newsroom import presses, printing
from briefing.press.fixture import fixture_edition
from briefing.workers import workers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Site

    Run = Callable[..., tuple[int, str, str]]

THREE = (
    "timezone: UTC\nworkers: {place}\n"
    "audiences:\n  morning: {{paper: a4, schedule: 0 0 * * *}}\n  odd: {{title: Odd, schedule: 0 0 * * *}}\n  last: {{locale: fr, schedule: 0 0 * * *}}\n"
)


def files_below(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.*")) if path.is_file()}


def test_audiences_side_by_side_are_told_in_order_and_come_out_as_one_after_the_other(
    tmp_path: Path, site: Site, briefing: Run
) -> None:
    feed = site.says("/feed", RSS)
    broken(tmp_path / "templates" / "odd", "{{ nothing_of_that_name }}")
    came = {}
    assert briefing("collect", "--config", workspace_of(tmp_path, feed, more=THREE.format(place="here")))[0] == 0
    for place in ("here", "cores"):
        config = workspace_of(tmp_path, feed, more=THREE.format(place=place))
        code, out, err = briefing("build", "--config", config, "--out", tmp_path / place, "--no-collect")
        told = [line.split()[1] for line in out.splitlines() if not line.startswith(" ")]
        came[place] = (code, told, "nothing_of_that_name" in err)
    assert came["here"] == came["cores"] == (2, ["morning:", "odd:", "last:"], True)
    one, other = (files_below(tmp_path / place) for place in ("here", "cores"))
    assert len(one) == 9
    assert one == other


@dataclass(frozen=True)
class Named:
    """As much of a record as a worker looks at."""

    edition: Any
    audience: Any = None


def job(name: str) -> tuple[Any, str]:
    edition = replace(fixture_edition(), audience=name)
    return printing.Work(record=Named(edition), templates=press.gather([]), formats=("json",)), "json"  # type: ignore[arg-type] # as above


def deadly(piece: tuple[Any, str]) -> tuple[bytes, Any, str]:
    if piece[0].record.edition.audience == "deadly":
        os._exit(9)
    return printing.set_format(piece)


def test_an_edition_that_kills_its_worker_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presses, "set_format", deadly)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    jobs = [job("first"), job("deadly"), job("last")]
    with workers("cores") as place:
        shop = presses.Presses(place)
        for at, piece in enumerate(jobs):
            shop.begin(at, piece)
        assert shop.bring(0, jobs[0]) == printing.set_format(jobs[0])
        with pytest.raises(PressError, match=r"deadly\.json: the process that set it was killed"):
            shop.bring(1, jobs[1])
        assert shop.bring(2, jobs[2]) == printing.set_format(jobs[2])


def test_a_single_edition_is_printed_without_workers(tmp_path: Path, site: Site, briefing: Run) -> None:
    config = workspace_of(tmp_path, site.says("/feed", RSS), more="timezone: UTC\n")
    with pytest.MonkeyPatch.context() as patch:
        asked: list[str] = []
        opened = presses.workers
        patch.setattr(presses, "workers", lambda place, **more: asked.append(place) or opened(place, **more))
        assert briefing("build", "--config", config)[0] == 0
    assert asked == ["here"]
