"""The commands. This floor may read the clock, print and exit; what it is told to do is done by the newsroom.

Nothing heavy is imported before it is known which command is run.
"""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

from briefing.cli.streams import prepare, say, settle
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; give its exit code: 0 done, 1 our or the world's failure, 2 the user's mistake, 3 incomplete."""
    from briefing.cli.parser import parser  # noqa: PLC0415 - so that an import of this room costs nothing

    prepare()
    signal.signal(signal.SIGTERM, _terminated)
    debug = False
    try:
        asked = parser().parse_args(arguments)
        debug = asked.debug
        code = int(asked.run(asked))
    except SystemExit as stop:  # argparse has said what there is to say
        code = int(stop.code or 0)
    except KeyboardInterrupt:
        say("interrupted: what was heard is kept")
        code = INTERRUPTED
    except Exception as error:
        if debug:
            raise
        code = _failed(error)
    return settle(code)


def _terminated(_number: int, _frame: object) -> None:
    """Let SIGTERM end a command as Ctrl-C does: what is open is closed, and what was heard is kept."""
    raise KeyboardInterrupt


def _failed(error: Exception) -> int:
    """Tell a failure in a line; one that nobody foresaw asks to be looked into."""
    if isinstance(error, BriefingError):
        say(str(error))
        return error.exit_code
    why = " ".join(str(error).split())
    if isinstance(error, ImportError):
        say(f"{why}: what briefing stands on is not whole: install it again; `briefing doctor` says what is missing")
    else:
        named = type(error).__name__ + (f": {why}" if why else "")
        say(f"{named}: this should not happen: run again with --debug to see where")
    return 1
