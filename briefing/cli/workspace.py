"""The commands about a workspace and about this installation."""

from __future__ import annotations

import os
import platform
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import config, press
from briefing.archive import Archive
from briefing.cli.terminal import facts, newsroom_of, settings_of
from briefing.errors import BriefingError, UserError
from briefing.newsroom import not_acted_on

if TYPE_CHECKING:
    import argparse

    from briefing.config import Settings
    from briefing.model import Hearing

LIBRARIES = (
    "pycurl",
    "alembic",
    "apscheduler",
    "babel",
    "feedparser",
    "jinja2",
    "lxml",
    "pydantic",
    "sqlalchemy",
    "trafilatura",
    "weasyprint",
    "zstandard",
)


def init(asked: argparse.Namespace) -> int:
    """Make a new workspace."""
    folder = Path(asked.folder)
    path = folder / "feeds.yaml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("templates", "out"):
            (folder / name).mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(config.starter())
    except FileExistsError:
        raise UserError(f"{path}: stands there already, and is left as it is") from None
    except OSError as error:
        raise UserError(f"{folder}: cannot be made: {error.strerror}") from error
    print(
        f"{path} lists {len(config.load(path, os.environ).feeds)} feeds: change it as you like, then\n"
        f"    briefing check --config {path}\n    briefing build --config {path}"
    )
    return 0


def check(asked: argparse.Namespace) -> int:
    """Validate feeds.yaml, its secrets and its templates; with --online, ask each feed."""
    settings = settings_of(asked, os.environ)
    mistakes = [*config.missing_secrets(settings, os.environ), *_template_mistakes(settings)]
    if mistakes:
        print("\n".join(mistakes), file=sys.stderr)
        return UserError.exit_code
    print("".join(f"{line}\n" for line in not_acted_on(settings)), end="", file=sys.stderr)
    silent = _silent(asked) if asked.online else []
    for hearing in silent:
        print(f"feed {hearing.feed}: {hearing.silence.cause if hearing.silence else ''}", file=sys.stderr)
    count = f"{len(settings.feeds)} feeds, {len(settings.audiences)} audiences"
    if asked.json:
        facts(
            {
                "feeds": len(settings.feeds),
                "audiences": [audience.name for audience in settings.audiences],
                "silent": [hearing.feed for hearing in silent],
            }
        )
    else:
        print(f"{settings.path}: good ({count})" + (f"; {len(silent)} feeds are silent" if silent else ""))
    return 3 if settings.feeds and len(silent) == len(settings.feeds) else 1 if silent else 0


def schema(asked: argparse.Namespace) -> int:
    """Print a JSON Schema."""
    facts(config.schema() if asked.of == "config" else press.schema())
    return 0


def doctor(asked: argparse.Namespace) -> int:
    """Say what is installed and what is missing."""
    found = {"briefing": version("briefing"), "Python": platform.python_version()}
    found |= {name: version(name) for name in LIBRARIES}
    problems = []
    try:
        found |= press.toolchain()
    except BriefingError as error:
        problems.append(str(error))
    try:
        with Archive("sqlite://"):
            pass
    except BriefingError as error:
        problems.append(str(error))
    if asked.json:
        facts({"installed": found, "missing": problems})
    else:
        print("\n".join(f"{name:<24} {value}" for name, value in found.items()))
        print("\n".join(problems) if problems else "nothing is missing")
    return 1 if problems else 0


def _template_mistakes(settings: Settings) -> list[str]:
    folder, found = settings.folder / "templates", list[str]()
    for audience in settings.audiences:
        templates = press.gather([folder / (audience.template or audience.name), folder])
        found.extend(press.check_templates(templates, audience.locale))
    return list(dict.fromkeys(found))


def _silent(asked: argparse.Namespace) -> list[Hearing]:
    """Ask each feed, keep nothing."""
    from briefing.newsroom.collecting import listen  # noqa: PLC0415 - the client is needed only where somebody asks

    with newsroom_of(asked, os.environ) as room:
        return [hearing for hearing in listen(room) if hearing.silence]
