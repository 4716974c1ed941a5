"""What Alembic runs: the connection is handed in, so that there is one transaction and one lock."""

from __future__ import annotations

from alembic import context

from briefing.archive.store import WRITER
from briefing.archive.tables import metadata

connection = context.config.attributes["connection"]
if connection.dialect.name == "postgresql":
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER})")
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=True, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
