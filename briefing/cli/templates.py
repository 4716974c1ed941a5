"""Templates: where each comes from, a start for new ones, and what one's own change."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from briefing import press
from briefing.cli.streams import say
from briefing.cli.terminal import audiences_of, facts, settings_of
from briefing.errors import UserError
from briefing.press.comparing import differences
from briefing.press.starting import start

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from briefing.config import Settings
    from briefing.model import Audience
    from briefing.press import Templates


def list_(asked: argparse.Namespace) -> int:
    """Say for each audience where each of its templates comes from."""
    settings = settings_of(asked, os.environ)
    found = [
        {"audience": audience.name, "template": name, "from": where}
        for audience in audiences_of(settings, asked.audience)
        for name, where in _winning(_templates(settings, audience))
    ]
    if asked.json:
        facts(found)
        return 0
    widths = [max(len(row[key]) for row in found) for key in ("audience", "template")]
    for row in found:
        print(f"{row['audience']:<{widths[0]}}  {row['template']:<{widths[1]}}  {row['from']}")
    print(f"\nShipped looks, for `template:` in feeds.yaml: {', '.join(press.looks())}.")
    return 0


def new(asked: argparse.Namespace) -> int:
    """Write a commented start for an audience's own templates; nothing is overwritten."""
    settings = settings_of(asked, os.environ)
    (audience,) = audiences_of(settings, [asked.name])
    look = asked.look or (audience.template if audience.template in press.looks() else "")
    if look and look not in press.looks():
        raise UserError(f"--look {look}: is not shipped (there are: {', '.join(press.looks())})")
    folder = settings.folder / "templates" / (audience.template or audience.name)
    files = {folder / name: text for name, text in start(look).items()}
    if standing := [path for path in files if os.path.lexists(path)]:
        raise UserError(f"{standing[0]}: stands there already, and is left as it is")
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")
    if asked.json:
        facts({"files": [str(path) for path in files]})
        return 0
    for path in files:
        print(_short(path, settings))
    if look and look != audience.template:
        print(f"The page extends the look '{look}'; its type and colours come with `template: {look}` in feeds.yaml.")
    print("Both change nothing yet: take a token or a block out of its comment, and see it with `briefing preview`.")
    return 0


def diff(asked: argparse.Namespace) -> int:
    """Say what the templates of one's own change of the shipped ones."""
    settings = settings_of(asked, os.environ)
    found = {one.file: one for audience in audiences_of(settings, asked.audience)
             for one in differences(_templates(settings, audience))}  # fmt: skip
    if asked.json:
        facts([{"file": one.file, "over": one.over, "lines": list(one.lines)} for one in found.values()])
        return 0
    for one in found.values():
        print(one.file)
        for line in one.lines:
            print(f"    {line}")
    if not found:
        say("every template is a shipped one")
    return 0


def _templates(settings: Settings, audience: Audience) -> Templates:
    folder = settings.folder / "templates"
    templates = press.gather([folder / (audience.template or audience.name), folder], audience.template)
    for mistake in templates.mistakes:
        say(mistake)
    return templates


def _winning(templates: Templates) -> list[tuple[str, str]]:
    """Name each template as a page asks for it, and the file that wins."""
    return [(name, where) for name, _, where in templates.files if not name.startswith("builtin:")]


def _short(path: Path, settings: Settings) -> str:
    return str(path.relative_to(settings.folder)) if path.is_relative_to(settings.folder) else str(path)
