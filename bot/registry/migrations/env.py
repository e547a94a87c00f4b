"""Run by Alembic: one transaction, on the connection that `schema` gives."""

from __future__ import annotations

from alembic import context

import bot.registry.staging  # noqa: F401  adds its tables
from bot.registry.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,  # SQLite too, since our transactions begin as its own
)
with context.begin_transaction():
    context.run_migrations()
