"""Columns that the list is ordered by, without nulls."""

import datetime

from django.db import migrations, models

from renkei.apps.search.operations import no_search_index, search_index


class Migration(migrations.Migration):
    dependencies = [("register", "0002_activity_search")]
    operations = [
        no_search_index("register_activity"),  # SQLite rebuilds the table, without its triggers
        migrations.AddField(
            model_name="activity",
            name="sort_day",
            field=models.DateField(default=datetime.date.min, editable=False),
        ),
        migrations.AddField(
            model_name="activity",
            name="sort_year",
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        search_index("register_activity"),
    ]
