"""Opening the archive, its one writer's lock, and the numbering of commits.

A commit of what was heard takes the next number under the lock, so that "what was known" is a number and not a race
between clocks. SQLite keeps a write-ahead log, synchronised at every commit: a killed process or a power cut loses
nothing that was committed. PostgreSQL keeps the same promise by itself; there the lock is an advisory one.
"""

from __future__ import annotations

import fcntl
import os
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from briefing.archive.tables import commits
from briefing.errors import ArchiveError, UserError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from types import TracebackType

HEAD = "0006"
WRITER = 0x6272_6965_6669_6E67  # "briefing", as the number of PostgreSQL's advisory lock
WAIT = 60_000  # milliseconds that a writer waits for another one


class Archive:
    """An open archive. Use it as a context manager; it is safe to open one in each process."""

    def __init__(self, url: str) -> None:
        """Open, and bring an older archive up to date. Raises ArchiveError, UserError for an address that is none."""
        self.name = _shown(url)
        self.engine = _engine(url)
        with self.speaking("open"), _one_at_first(self.engine):
            _bring_up_to_date(self)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Read one consistent state, whatever is written meanwhile."""
        options: dict[str, Any] = {} if self.sqlite else {"isolation_level": "REPEATABLE READ"}
        with self.speaking("read"), self.engine.connect().execution_options(**options) as connection:
            yield connection

    @contextmanager
    def writing(self, at: dt.datetime) -> Iterator[Writer]:
        """Write alone; all of it is committed, or nothing."""
        engine = self.engine.execution_options(writes=True)
        with self.speaking("write"), engine.begin() as connection:
            if not self.sqlite:
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(WRITER)))
            yield Writer(connection, at)

    @property
    def sqlite(self) -> bool:
        """Tell whether this is a file of SQLite's."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def speaking(self, verb: str) -> Iterator[None]:
        """Turn a database's error into one line that says what to do."""
        try:
            yield
        except SQLAlchemyError as error:
            raise ArchiveError(f"archive {self.name}: cannot {verb}: {_reason(error)}") from error


class Writer:
    """A transaction under the lock; `commit` is numbered when it is first asked for."""

    def __init__(self, connection: sa.Connection, at: dt.datetime) -> None:
        self.connection = connection
        self.at = at
        self._commit: int | None = None

    def execute(self, statement: sa.Executable, rows: object = None) -> sa.CursorResult[Any]:
        """Run one statement, or one for each of many rows."""
        return self.connection.execute(statement, rows)  # type: ignore[call-overload, no-any-return] # rows are one or many

    @property
    def commit(self) -> int:
        """The number under which what is heard in this transaction is known."""
        if self._commit is None:
            last = self.connection.scalar(sa.select(sa.func.max(commits.c.number))) or 0
            self._commit = last + 1
            self.execute(sa.insert(commits).values(number=self._commit, at=self.at))
        return self._commit


def _engine(url: str) -> sa.Engine:
    try:
        address = sa.make_url(url)
        if address.get_backend_name() == "sqlite" and address.database and not Path(address.database).parent.is_dir():
            raise ArchiveError(
                f"archive {_shown(url)}: the folder {Path(address.database).parent} does not exist: make it"
            )
        engine = sa.create_engine(address)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise UserError(
            f"archive: {_shown(url)} is not an address of a database that is installed ({error}); write "
            "sqlite:///briefing.db, or install briefing[postgresql] and write "
            "postgresql+psycopg://user@host/name"
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - a driver's own connection
    connection.isolation_level = None  # transactions begin where `_begin` says, not where the driver guesses
    for pragma in (
        f"busy_timeout={WAIT}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "cache_size=-32000",  # KiB: digests are scattered over their indexes
        "wal_autocheckpoint=4000",  # pages: a first round of some hundred feeds is written back once, not six times
    ):
        connection.execute(f"PRAGMA {pragma}")


@contextmanager
def _one_at_first(engine: sa.Engine) -> Iterator[None]:
    """Let one process at a time make a file of SQLite's: two that do so at once find it locked, whatever they wait."""
    name = engine.url.database if engine.dialect.name == "sqlite" else None
    with ExitStack() as doors:
        if name and name != ":memory:":
            with suppress(OSError):  # what cannot be opened is SQLite's to complain of
                if not _keeps_a_log(Path(name)):
                    folder = os.open(Path(name).parent, os.O_RDONLY)
                    doors.callback(os.close, folder)
                    fcntl.flock(folder, fcntl.LOCK_EX)
        yield


def _keeps_a_log(path: Path) -> bool:
    """Tell by its header whether a file of SQLite's keeps a write-ahead log, as ours do from their first moment on."""
    try:
        with path.open("rb") as file:
            return file.read(20)[18:] == b"\x02\x02"
    except FileNotFoundError:
        return False


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up_to_date(archive: Archive) -> None:
    with archive.engine.connect() as connection:
        version = _version(connection)
    if version == HEAD:
        return
    from briefing.archive import migrations  # noqa: PLC0415 - Alembic is imported only where there is something to do

    migrations.upgrade(archive.engine, version, HEAD)


def _version(connection: sa.Connection) -> str:
    if not sa.inspect(connection).has_table("alembic_version"):
        return ""
    return connection.scalar(sa.text("SELECT version_num FROM alembic_version")) or ""


def _shown(url: str) -> str:
    """Name an archive without its password."""
    try:
        return sa.make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return "(unreadable address)"


def _reason(error: SQLAlchemyError) -> str:
    cause = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
    advice = {
        "disk is full": "free some room, and run the same command again: nothing that was archived is lost",
        "readonly": "make the file and its folder writable",
        "unable to open": "look at the folder's permissions",
        "not a database": "this file is something else: name another in feeds.yaml, `archive:`",
        "malformed": "the file is damaged: bring back a copy",
        "locked": "another program is writing to it for longer than a minute: find and stop it",
        "refused": "start the database server, or correct `archive:` in feeds.yaml",
    }
    hint = next((words for sign, words in advice.items() if sign in cause), "")
    return f"{cause} ({hint})" if hint else cause
