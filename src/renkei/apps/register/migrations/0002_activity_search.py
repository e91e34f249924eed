"""The bigram index over activities."""

from django.db import migrations

from renkei.apps.search.operations import search_index


class Migration(migrations.Migration):
    dependencies = [("register", "0001_initial")]
    operations = [search_index("register_activity")]
