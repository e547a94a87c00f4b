"""Brings a registry of any earlier version to the tables of today, with Alembic."""
