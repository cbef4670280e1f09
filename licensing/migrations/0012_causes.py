"""Each cause that suspends a licence is kept for itself, and a mailbox is confirmed: those that there are count as confirmed."""

from __future__ import annotations

import django.utils.timezone
from django.db import migrations, models

# What a payment had suspended was about the order that brought the licence; a decision of the office is about none.
CAUSES = """
    UPDATE licensing_licenceevent AS row SET suspensions = jsonb_build_object(
        suspended_for || CASE WHEN suspended_for = 'office' THEN '' ELSE ':' || line.order_id END, status_because)
    FROM licensing_orderline AS line WHERE line.id = row.line_id AND suspended_for <> '';
    UPDATE licensing_licence AS row SET suspensions = jsonb_build_object(
        suspended_for || CASE WHEN suspended_for = 'office' THEN '' ELSE ':' || line.order_id END, status_because)
    FROM licensing_orderline AS line WHERE line.id = row.line_id AND suspended_for <> '';
"""
FIRST_CAUSE = """
    UPDATE licensing_licence SET suspended_for = split_part(
        (SELECT min(name) FROM jsonb_object_keys(suspensions) AS name), ':', 1)
    WHERE suspensions <> '{}';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("licensing", "0011_site_scope_words"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="licence",
            name="licence_suspended_for_a_cause",
        ),
        migrations.AddField(
            model_name="licence",
            name="suspensions",
            field=models.JSONField(
                blank=True,
                db_default=models.Value({}, models.JSONField()),
                default=dict,
                editable=False,
                help_text="The reason of each cause. A cause is named by `Licence.cause_of`.",
                verbose_name="what suspends it",
            ),
        ),
        migrations.AddField(
            model_name="licenceevent",
            name="suspensions",
            field=models.JSONField(
                blank=True,
                db_default=models.Value({}, models.JSONField()),
                default=dict,
                editable=False,
                help_text="The reason of each cause. A cause is named by `Licence.cause_of`.",
                verbose_name="what suspends it",
            ),
        ),
        migrations.AddField(
            model_name="mailbox",
            name="asked_at",
            field=models.DateTimeField(
                blank=True,
                editable=False,
                help_text="When its link was sent.",
                null=True,
                verbose_name="asked at",
            ),
        ),
        migrations.AddField(
            model_name="mailbox",
            name="confirmed_at",
            field=models.DateTimeField(
                blank=True,
                default=django.utils.timezone.now,
                editable=False,
                null=True,
                verbose_name="confirmed at",
            ),
        ),
        migrations.AddField(
            model_name="mailboxevent",
            name="asked_at",
            field=models.DateTimeField(
                blank=True,
                editable=False,
                help_text="When its link was sent.",
                null=True,
                verbose_name="asked at",
            ),
        ),
        migrations.AddField(
            model_name="mailboxevent",
            name="confirmed_at",
            field=models.DateTimeField(
                blank=True,
                default=django.utils.timezone.now,
                editable=False,
                null=True,
                verbose_name="confirmed at",
            ),
        ),
        migrations.RunSQL(CAUSES, FIRST_CAUSE),
        migrations.RemoveField(
            model_name="licenceevent",
            name="suspended_for",
        ),
        migrations.AddConstraint(
            model_name="licence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "suspended"), models.Q(("suspensions", {}), _negated=True)),
                    models.Q(models.Q(("status", "suspended"), _negated=True), ("suspensions", {})),
                    _connector="OR",
                ),
                name="licence_suspended_for_a_cause",
            ),
        ),
        migrations.AddConstraint(
            model_name="mailbox",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("confirmed_at__isnull", False), ("asked_at__isnull", False), _connector="OR"
                ),
                name="mailbox_confirmed_or_asked",
            ),
        ),
        migrations.RemoveField(
            model_name="licence",
            name="suspended_for",
        ),
    ]
