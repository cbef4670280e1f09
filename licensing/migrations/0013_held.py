"""Licences can be suspended, shortened and superseded, each with its time and reason; so far they could only be revoked."""

from collections.abc import Callable
from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.migrations.operations.base import Operation
from django.db.models import F, Q

CAUSES = [
    ("office", "a decision of the office"),
    ("non-payment", "an unpaid invoice"),
    ("dispute", "a disputed payment"),
]
STATUSES = [
    ("active", "active"),
    ("suspended", "suspended"),
    ("revoked", "revoked"),
    ("superseded", "superseded"),
]


def renamed(before: str, after: str, field: Callable[[], models.Field[Any, Any]]) -> list[Operation]:
    return [
        operation
        for model in ("licence", "licenceevent")
        for operation in (
            migrations.RenameField(model, before, after),
            migrations.AlterField(model, after, field()),
        )
    ]


def added(name: str, field: Callable[[], models.Field[Any, Any]]) -> list[Operation]:
    return [migrations.AddField(model, name, field()) for model in ("licence", "licenceevent")]


class Migration(migrations.Migration):
    dependencies = [("licensing", "0012_triggers_buyers")]
    operations = [
        migrations.RemoveConstraint("licence", "licence_revoked_with_reason"),
        *(
            migrations.AlterField(
                model,
                "status",
                models.CharField(choices=STATUSES, default="active", max_length=20, verbose_name="status"),
            )
            for model in ("licence", "licenceevent")
        ),
        *renamed(
            "revoked_at",
            "status_since",
            lambda: models.DateTimeField(blank=True, editable=False, null=True, verbose_name="status since"),
        ),
        *renamed(
            "revoked_because",
            "status_because",
            lambda: models.CharField(
                blank=True, editable=False, max_length=250, verbose_name="why it has this status"
            ),
        ),
        *added(
            "suspended_for",
            lambda: models.CharField(
                blank=True,
                choices=CAUSES,
                default="",
                editable=False,
                max_length=20,
                verbose_name="suspended for",
            ),
        ),
        migrations.AddField(
            "licence",
            "superseded_by",
            models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="supersedes",
                to="licensing.licence",
                verbose_name="superseded by",
            ),
        ),
        migrations.AddField(
            "licenceevent",
            "superseded_by",
            models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="licensing.licence",
                verbose_name="superseded by",
            ),
        ),
        *added(
            "shortened_at",
            lambda: models.DateTimeField(blank=True, editable=False, null=True, verbose_name="shortened at"),
        ),
        *added(
            "shortened_because",
            lambda: models.CharField(
                blank=True,
                default="",
                editable=False,
                max_length=250,
                verbose_name="why it was shortened",
            ),
        ),
        *added(
            "signed_until",
            lambda: models.DateField(
                blank=True,
                editable=False,
                help_text="Of a licence that was shortened. Empty: it had no end.",
                null=True,
                verbose_name="last day as signed",
            ),
        ),
        migrations.AddConstraint(
            "licence",
            models.CheckConstraint(
                condition=Q(status="active", status_since=None, status_because="")
                | (~Q(status="active") & Q(status_since__isnull=False) & ~Q(status_because="")),
                name="licence_status_with_reason",
                violation_error_message="Say why the licence is no longer active.",
            ),
        ),
        migrations.AddConstraint(
            "licence",
            models.CheckConstraint(
                condition=Q(status="suspended", suspended_for__in=["office", "non-payment", "dispute"])
                | (~Q(status="suspended") & Q(suspended_for="")),
                name="licence_suspended_for_a_cause",
            ),
        ),
        migrations.AddConstraint(
            "licence",
            models.CheckConstraint(
                condition=(Q(status="superseded", superseded_by__isnull=False) & ~Q(superseded_by=F("id")))
                | (~Q(status="superseded") & Q(superseded_by=None)),
                name="licence_superseded_by_another",
            ),
        ),
        migrations.AddConstraint(
            "licence",
            models.CheckConstraint(
                condition=Q(shortened_at=None, shortened_because="", signed_until=None)
                | (
                    Q(shortened_at__isnull=False, ends_on__isnull=False)
                    & ~Q(shortened_because="")
                    & (Q(signed_until=None) | Q(signed_until__gt=F("ends_on")))
                ),
                name="licence_shortened_with_reason",
            ),
        ),
    ]
