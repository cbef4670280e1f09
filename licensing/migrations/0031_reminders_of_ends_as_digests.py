"""Reminders that a licence ends wait as one digest a day and institution; those of single licences are no longer sent."""

from django.db import migrations

# Waiting rows may belong to licences issued before there were digests, for which none was owed.
AS_DIGESTS = """
INSERT INTO reminders_reminder (
    key, kind, subject, recipient, due_at, user_id, language, time_zone, data, secret,
    status, attempts, fruitless_claims, last_error, message_id, created_at
)
SELECT
    'licensing.licences-ending:licensing.institution:' || each.institution_id || ':' || each.recipient || ':' || each.day,
    'licensing.licences-ending', 'licensing.institution:' || each.institution_id, each.recipient, each.due_at,
    each.user_id, each.language, each.time_zone, jsonb_build_object('day', each.day), '{}'::jsonb,
    'pending', 0, 0, '', gen_random_uuid(), statement_timestamp()
FROM (
    SELECT DISTINCT ON (licence.institution_id, reminder.recipient, day)
        licence.institution_id, reminder.*, (reminder.due_at AT TIME ZONE reminder.time_zone)::date::text AS day
    FROM reminders_reminder AS reminder
    JOIN licensing_licence AS licence ON reminder.subject = 'licensing.licence:' || licence.id
    WHERE reminder.kind = 'licensing.licence-expiring' AND reminder.status = 'pending'
    ORDER BY licence.institution_id, reminder.recipient, day, reminder.due_at
) AS each
ON CONFLICT (key) DO NOTHING
"""
NO_LONGER_SENT = """
UPDATE reminders_reminder SET status = 'cancelled'
WHERE kind = 'licensing.licence-expiring' AND status IN ('pending', 'sending')
"""


class Migration(migrations.Migration):
    dependencies = [("licensing", "0030_triggers_trade"), ("reminders", "0002_failed_index")]
    operations = [
        migrations.RunSQL([AS_DIGESTS, NO_LONGER_SENT], migrations.RunSQL.noop),
    ]
