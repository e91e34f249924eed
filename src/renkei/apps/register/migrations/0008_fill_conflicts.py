"""Conflicts of registers that are older than the table of conflicts."""

from collections import defaultdict
from typing import Any

from django.db import migrations

from renkei.apps.register.conflicts import conflicts_of


def fill(apps: Any, schema_editor: Any) -> None:
    """Tell the conflicts of every activity that has several sources."""
    told = defaultdict(list)
    rows = apps.get_model("register", "ActivitySource").objects.select_related("record")
    for source in rows.order_by("activity", "pk").iterator():
        told[source.activity_id].append(source.record)
    conflict = apps.get_model("register", "Conflict")
    conflict.objects.bulk_create(
        conflict(activity_id=activity, field=found["field"])
        for activity, records in told.items()
        if len(records) > 1
        for found in conflicts_of(records)
    )


class Migration(migrations.Migration):
    dependencies = [("register", "0007_conflicts_and_withdrawal"), ("documents", "0004_reading_proposals")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
