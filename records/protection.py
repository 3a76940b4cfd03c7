"""What is published cannot be changed, not even by SQL: triggers refuse it on both engines."""

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

from records.models import Revision

SQLITE = """
CREATE TRIGGER IF NOT EXISTS {table}_keeps_{act} BEFORE {act} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$
"""
POSTGRES = """
CREATE OR REPLACE TRIGGER {table}_keeps_{act} BEFORE {act} ON {table}
FOR EACH {each} EXECUTE FUNCTION refuse_change()
"""


def append_only() -> list[type[Model]]:
    """The tables that nobody may change, of whatever floor: each says so of itself, as `append_only = True`."""
    return [model for model in apps.get_models() if getattr(model, "append_only", False)]


def protect(using: str = "default", **kwargs: Any) -> None:
    """Install the triggers that are missing. Runs after every migration; may run twice."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRES_FUNCTION)
        for model in append_only():
            table = model._meta.db_table
            if table not in tables:
                continue  # migrating backwards
            for act in _acts(connection):
                statement = POSTGRES if connection.vendor == "postgresql" else SQLITE
                cursor.execute(statement.format(table=table, act=act, each="STATEMENT" if act == "truncate" else "ROW"))


def unprotected(using: str = "default") -> list[str]:
    """The triggers that ought to be there and are not. A table that a migration has still to make needs none yet."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        present = {row[0] for row in cursor.fetchall()}
    wanted = [
        f"{model._meta.db_table}_keeps_{act}" for model in append_only() for act in _acts(connection) if model._meta.db_table in tables
    ]
    return [name for name in wanted if name not in present]


def check_protection(app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any) -> Sequence[CheckMessage]:
    """Django's system check at start-up: published rows can be changed by nobody."""
    return [
        Error(f"{', '.join(missing)} missing: published rows could be changed.", hint="Run manage.py migrate.", id="records.E001")
        for using in databases or []
        if (missing := unprotected(using)) and _migrated(using)
    ]


def _migrated(using: str) -> bool:
    return Revision._meta.db_table in connections[using].introspection.table_names()


def _acts(connection: BaseDatabaseWrapper) -> tuple[str, ...]:
    return ("update", "delete", "truncate") if connection.vendor == "postgresql" else ("update", "delete")
