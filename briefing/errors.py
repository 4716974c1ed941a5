"""Everything that can go wrong in a way that a person can mend.

    BriefingError                     what: which: why, and what to do
    ├── UserError                     the user's mistake: exit 2
    │   ├── ConfigError               every mistake in feeds.yaml at once, each with its line
    │   └── TemplateError             a template's mistake, with file and line; a PressError besides
    └── WorldError                    the world's failure or ours: exit 1
        ├── WireError                 an address could not be heard, where no Silence can be printed
        ├── ArchiveError              the archive cannot be opened, read or written
        └── PressError                a font, a file that cannot be written, an edition that cannot be set

A feed or a page that cannot be heard is no exception: it is a `Silence`, and is printed.
"""

from __future__ import annotations


class BriefingError(Exception):
    """The root: one line for a person, without a traceback."""

    exit_code = 1


class UserError(BriefingError):
    """Something that the user wrote or asked for cannot be done as it stands."""

    exit_code = 2


class ConfigError(UserError):
    """All the mistakes of one feeds.yaml; `str()` is one mistake a line."""

    def __init__(self, mistakes: tuple[str, ...]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


class WorldError(BriefingError):
    """The world, or this program, failed; nothing that was archived is lost."""


class WireError(WorldError):
    """An address asked for by name (`briefing brief URL`) could not be heard."""


class ArchiveError(WorldError):
    """The archive cannot be opened, read or written."""


class PressError(WorldError):
    """An edition could not be set or its files not be written."""


class TemplateError(UserError, PressError):
    """A template that the user wrote cannot be used: the press says where, the user mends it."""
