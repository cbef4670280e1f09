"""manage.py index_films."""

from typing import Any

from django.core.management import BaseCommand

from catalog.models import Film
from catalog.search.indexing import index_films


class Command(BaseCommand):
    help = "Writes anew what films are found by; needed once after an upgrade that says so. Films stay on sale meanwhile."

    def handle(self, *args: Any, **options: Any) -> None:
        changed = index_films(Film.objects.order_by("pk").iterator())
        self.stdout.write(f"Search entries written: {changed}.")
