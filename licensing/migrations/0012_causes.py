"""Each cause that suspends a licence is kept for itself, and a mailbox is confirmed: those that there are count as confirmed."""

from __future__ import annotations

import django.utils.timezone
from django.db import migrations, models

# A decision of the office is about no order. An unpaid invoice is named in the reason; a disputed payment is heard of by the
# gateway's events. Either can be about the order that brought the licence or about one for its fees after reports, and where
# nothing says which, it is the former. The ledger of changes takes no change but this one.
CAUSES = r"""
    CREATE OR REPLACE FUNCTION pg_temp.causes_of(its_key bigint, its_line bigint, its_cause text, its_reason text) RETURNS jsonb AS $$
        WITH charged AS (
            SELECT order_id FROM licensing_orderline WHERE id = its_line
            UNION
            SELECT line.order_id FROM licensing_orderline AS line
            JOIN licensing_reportfee AS fee ON fee.line_id = line.id WHERE fee.licence_id = its_key
        ), meant AS (
            SELECT order_id FROM charged WHERE CASE its_cause
                WHEN 'non-payment' THEN EXISTS (
                    SELECT FROM licensing_invoice AS invoice
                    WHERE invoice.order_id = charged.order_id AND its_reason ~ (invoice.number || '(\D|$)'))
                ELSE EXISTS (
                    SELECT FROM licensing_cardpayment AS payment JOIN licensing_cardevent AS event USING (intent)
                    WHERE payment.order_id = charged.order_id AND intent <> '' AND event.state = 'disputed'
                        AND NOT EXISTS (
                            SELECT FROM licensing_cardevent AS decided
                            WHERE decided.intent = event.intent AND decided.dispute = event.dispute
                                AND decided.state IN ('won', 'lost')))
                END
        )
        SELECT CASE WHEN its_cause = 'office' THEN jsonb_build_object(its_cause, its_reason) ELSE coalesce(
            (SELECT jsonb_object_agg(its_cause || ':' || order_id, its_reason) FROM meant),
            (SELECT jsonb_build_object(its_cause || ':' || order_id, its_reason) FROM licensing_orderline WHERE id = its_line)
        ) END
    $$ LANGUAGE sql STABLE;
    UPDATE licensing_licence SET suspensions = pg_temp.causes_of(id, line_id, suspended_for, status_because)
    WHERE suspended_for <> '';
    SET LOCAL pgtrigger.ignore = '{pgtrigger_append_only_1f54b}';
    UPDATE licensing_licenceevent SET suspensions = pg_temp.causes_of(id, line_id, suspended_for, status_because)
    WHERE suspended_for <> '';
    RESET pgtrigger.ignore;
    SET CONSTRAINTS ALL IMMEDIATE;
"""
# What the office decided comes before what only a payment mends, as it did: in the alphabet it is last.
FIRST_CAUSE = """
    UPDATE licensing_licence SET suspended_for = split_part(
        (SELECT max(name) FROM jsonb_object_keys(suspensions) AS name), ':', 1)
    WHERE suspensions <> '{}';
    SET CONSTRAINTS ALL IMMEDIATE;
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
