from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from catalogue.words.index import dialect


def create(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute(dialect(schema_editor.connection).CREATE)


def drop(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute(dialect(schema_editor.connection).DROP)


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
