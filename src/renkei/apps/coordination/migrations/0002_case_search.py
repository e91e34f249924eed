"""The bigram index over cases."""

from django.db import migrations

from renkei.apps.search.operations import search_index


class Migration(migrations.Migration):
    dependencies = [("coordination", "0001_initial")]
    operations = [search_index("coordination_case")]
