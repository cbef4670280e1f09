"""Webhooks as the office keeps them: a secret is shown when it is made, and never again."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from reminders.channels.webhook.signing import new_secret
from reminders.models import Hook


@transaction.atomic
def renew_secret(*, hook: Hook) -> str:
    """Makes another secret and returns it. The one before it signs too for a day, so that no copy is lost meanwhile."""
    row = Hook.objects.select_for_update().get(pk=hook.pk)
    row.former_secret, row.secret, row.renewed_at = row.secret, new_secret(), timezone.now()
    row.save(update_fields=["former_secret", "secret", "renewed_at"])
    return row.secret
