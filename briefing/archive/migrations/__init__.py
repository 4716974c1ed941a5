"""The archive's schema, version by version, kept by Alembic; each version is a file in `versions/`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from briefing.errors import ArchiveError

if TYPE_CHECKING:
    import sqlalchemy as sa


def upgrade(engine: sa.Engine, version: str, head: str) -> None:
    """Bring a database from `version` ("" is a new one) to `head`, in one transaction, under the writer's lock."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    if version and version not in {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}:
        raise ArchiveError(
            f"the archive was written by a newer briefing (schema {version}): install that, or a newer one"
        )
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, head)
