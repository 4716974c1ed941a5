"""The commands about a workspace: making one, checking it, and the shapes of its files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import config, press
from briefing.cli.streams import say
from briefing.cli.telling import counted
from briefing.cli.terminal import facts, newsroom_of, settings_of
from briefing.errors import ConfigError, UserError
from briefing.newsroom import missing_summarizers, not_acted_on, unusable

if TYPE_CHECKING:
    import argparse

    from briefing.config import Settings
    from briefing.model import Hearing


def init(asked: argparse.Namespace) -> int:
    """Make a new workspace."""
    folder = Path(asked.folder)
    path = folder / "feeds.yaml"
    _stands(folder, path)
    try:
        for place in (folder, folder / "templates", folder / "out"):
            place.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(config.starter())
    except OSError as error:
        raise UserError(f"{error.filename or folder}: cannot be made: {error.strerror}") from error
    feeds = len(config.load(path, os.environ).feeds)
    if asked.json:
        facts({"config": str(path), "folders": [str(folder / "templates"), str(folder / "out")], "feeds": feeds})
        return 0
    print(
        f"{path} lists {feeds} feeds: change it as you like, then\n"
        f"    briefing check --config {path}\n    briefing build --config {path}"
    )
    return 0


def check(asked: argparse.Namespace) -> int:
    """Validate feeds.yaml, its secrets and its templates; with --online, ask each feed and each language model."""
    report: dict[str, object] = {"config": asked.config, "feeds": None, "audiences": [], "silent": [], "mistakes": []}
    report["unusable"] = []
    try:
        settings = settings_of(asked, os.environ)
    except ConfigError as error:
        if asked.json:
            facts(report | {"mistakes": list(error.mistakes)})
        raise
    report |= {"feeds": len(settings.feeds), "audiences": [audience.name for audience in settings.audiences]}
    mistakes = [*config.missing_secrets(settings, os.environ), *_template_mistakes(settings)]
    mistakes += missing_summarizers(settings)
    later = list(not_acted_on(settings))
    silent = _silent(asked) if asked.online and not mistakes else []
    told = [f"feed {hearing.feed}: {hearing.silence.cause if hearing.silence else ''}" for hearing in silent]
    models = _unusable(asked) if asked.online and not mistakes else []
    for line in mistakes or [*later, *told, *models]:
        say(line)
    if asked.json:
        facts(
            report
            | {"mistakes": mistakes, "later": later, "silent": [hearing.feed for hearing in silent]}
            | {"unusable": models}
        )
    elif not mistakes:
        count = f"{counted(len(settings.feeds), 'feed')}, {counted(len(settings.audiences), 'audience')}"
        print(f"{settings.path}: good ({count})" + (f"; {len(silent)} feeds are silent" if silent else ""))
    if mistakes:
        return UserError.exit_code
    return 3 if settings.feeds and len(silent) == len(settings.feeds) else 1 if silent or models else 0


def schema(asked: argparse.Namespace) -> int:
    """Print a JSON Schema."""
    facts(config.schema() if asked.of == "config" else press.schema())
    return 0


def _stands(folder: Path, path: Path) -> None:
    """Say what stands where a new workspace would, before anything of it is made."""
    if os.path.lexists(path):
        raise UserError(f"{path}: stands there already, and is left as it is")
    parents = [place for place in folder.absolute().parents if os.path.lexists(place)]
    for place in (*parents[:1], folder, folder / "templates", folder / "out"):
        if os.path.lexists(place) and not place.is_dir():
            raise UserError(f"{place}: is in the way, because it is no folder: move it, or name another DIR")


def _template_mistakes(settings: Settings) -> list[str]:
    folder, found = settings.folder / "templates", list[str]()
    for audience in settings.audiences:
        templates = press.gather([folder / (audience.template or audience.name), folder], audience.template)
        found.extend(press.check_templates(templates, audience.locale))
    return list(dict.fromkeys(found))


def _silent(asked: argparse.Namespace) -> list[Hearing]:
    """Ask each feed, keep nothing."""
    from briefing.newsroom.collecting import listen  # noqa: PLC0415 - the client is needed only where somebody asks

    with newsroom_of(asked, os.environ) as room:
        return [hearing for hearing in listen(room) if hearing.silence]


def _unusable(asked: argparse.Namespace) -> list[str]:
    """Ask each language model whether it is there."""
    with newsroom_of(asked, os.environ) as room:
        return list(unusable(room))
