"""A page beside the editor: what a change to a template, a style or feeds.yaml looks like, as it is saved."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import newsroom
from briefing.cli.streams import say
from briefing.cli.terminal import audiences_of, clock_of, day_of, settings_of
from briefing.errors import UserError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from briefing.newsroom import Newsroom


def preview(asked: argparse.Namespace) -> int:
    """Serve the preview until interrupted."""
    from briefing.web.preview import Preview, serve  # noqa: PLC0415 - the server is needed for this command alone

    settings = settings_of(asked, os.environ)
    (audience,) = audiences_of(settings, [asked.audience]) if asked.audience else settings.audiences[:1]
    begun = f"{audience.name}/"
    if asked.date:
        begun += f"{day_of(asked.date, audience, clock_of(settings)())}/"

    @contextmanager
    def opened() -> Iterator[Newsroom]:
        now = settings_of(asked, os.environ)
        with newsroom.house(now, clock=clock_of(now), environ=os.environ, say=lambda *_: None) as room:
            yield room

    shown = Preview(open=opened, path=Path(asked.config).resolve())
    try:
        serve(shown, asked.port, lambda address: say(f"{address}{begun}  (Ctrl-C ends it)"))
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        raise UserError(f"--port {asked.port}: cannot be had: {error.strerror}: name another, or 0 for any") from error
    return 0
