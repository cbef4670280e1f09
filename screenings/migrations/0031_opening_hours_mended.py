"""Hours of a venue that overlap, which only the office could save, end where the next begin; those within others go."""

from itertools import pairwise
from typing import Any

from django.db import migrations

DAY, WEEK = 24 * 60, 7 * 24 * 60


def mend(apps: Any, _schema_editor: Any) -> None:
    hours = apps.get_model("screenings", "OpeningHours")
    by_venue: dict[int, list[Any]] = {}
    for each in hours.objects.order_by("venue", "weekday", "opens"):
        by_venue.setdefault(each.venue_id, []).append(each)
    for rows in by_venue.values():
        while not _is_apart(rows):
            pass


def _is_apart(rows: list[Any]) -> bool:
    """Mends the first two that overlap; False if there were any."""
    for before, after in pairwise([*rows, rows[0]] if len(rows) > 1 else []):
        _begins, ends = _span(before)
        opens, closes = _span(after)
        later = WEEK if after is rows[0] else 0
        if opens + later < ends:
            if closes + later <= ends:
                rows.remove(after)
                after.delete()
            else:
                before.closes = after.opens
                before.save(update_fields=["closes"])
            return False
    return True


def _span(each: Any) -> tuple[int, int]:
    opens, closes = (clock.hour * 60 + clock.minute for clock in (each.opens, each.closes))
    begins = each.weekday * DAY + opens
    return begins, begins + (closes - opens) % DAY


class Migration(migrations.Migration):
    dependencies = [("screenings", "0030_festival_publications")]
    operations = [migrations.RunPython(mend, migrations.RunPython.noop)]
