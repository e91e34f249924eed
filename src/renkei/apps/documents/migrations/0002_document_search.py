"""The bigram index over the text of documents."""

from django.db import migrations

from renkei.apps.search.operations import search_index


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]
    operations = [search_index("documents_storeddocument")]
