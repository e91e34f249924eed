"""Fills the columns that the list is ordered by; undated activities keep the defaults."""

from typing import Any

from django.db import migrations
from django.db.models import F


def fill(apps: Any, _schema_editor: Any) -> None:
    activity = apps.get_model("register", "Activity")
    activity.objects.exclude(start_day=None).update(sort_day=F("start_day"))
    activity.objects.exclude(fiscal_year=None).update(sort_year=F("fiscal_year"))


class Migration(migrations.Migration):
    dependencies = [("register", "0003_order_columns")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
