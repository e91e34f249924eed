"""Which gap of the coverage a case was proposed from."""

from django.db import migrations, models

from renkei.apps.search.operations import no_search_index, search_index


class Migration(migrations.Migration):
    dependencies = [("coordination", "0003_guard_and_results")]

    operations = [
        no_search_index("coordination_case"),  # SQLite rebuilds the table, without its triggers
        migrations.AddField(
            model_name="case",
            name="gap",
            field=models.CharField(
                blank=True, max_length=120, verbose_name="gap it was proposed from"
            ),
        ),
        migrations.AddField(
            model_name="historicalcase",
            name="gap",
            field=models.CharField(
                blank=True, max_length=120, verbose_name="gap it was proposed from"
            ),
        ),
        search_index("coordination_case"),
    ]
