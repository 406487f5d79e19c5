"""Triggers by which the database itself refuses to change or remove what the audit trail holds.

Whoever alters audit_event in a later migration must put them back: SQLite makes the table anew and drops them.
"""

from typing import Any

TABLE = "audit_event"
REFUSAL = "the audit trail is only ever added to"

_SQLITE = [
    f"CREATE TRIGGER audit_no_{deed.lower()} BEFORE {deed} ON {TABLE} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    for deed in ("UPDATE", "DELETE")
]
_POSTGRESQL = [
    f"""CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    f"""CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {TABLE}
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()""",
]
_REMOVE = {
    "sqlite": ["DROP TRIGGER IF EXISTS audit_no_update", "DROP TRIGGER IF EXISTS audit_no_delete"],
    "postgresql": ["DROP FUNCTION IF EXISTS audit_refuse() CASCADE"],
}


def guard(connection: Any) -> None:
    """Make the database refuse; databases other than these two are left as they are."""
    _run(connection, {"sqlite": _SQLITE, "postgresql": _POSTGRESQL})


def release(connection: Any) -> None:
    """Take the guard away."""
    _run(connection, _REMOVE)


def _run(connection: Any, statements: dict[str, list[str]]) -> None:
    with connection.cursor() as cursor:
        for statement in statements.get(connection.vendor, []):
            cursor.execute(statement)
