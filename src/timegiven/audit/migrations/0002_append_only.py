"""The database refuses to change or remove an event."""

from django.conf import settings
from django.db import migrations

from timegiven.audit import append_only


def guard(apps, schema_editor):
    # A test database is emptied after tests that commit; the tests of the guard put it up themselves.
    if not settings.TESTING:
        append_only.guard(schema_editor.connection)


def release(apps, schema_editor):
    append_only.release(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(guard, release)]
