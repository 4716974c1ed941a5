"""The commands. This floor may read the clock, print and exit; what it is told to do is done by the newsroom.

Nothing heavy is imported before it is known which command is run.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from briefing.errors import BriefingError

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; give its exit code: 0 done, 1 our or the world's failure, 2 the user's mistake, 3 incomplete."""
    from briefing.cli.parser import parser  # noqa: PLC0415 - so that an import of this room costs nothing

    asked = parser().parse_args(arguments)
    try:
        return int(asked.run(asked))
    except BriefingError as error:
        if asked.debug:
            raise
        print(error, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("interrupted: what was heard is kept", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read us has gone
        return 1
