"""Signed copies for other systems, by the Standard Webhooks specification 1.0 (standardwebhooks.com)."""

from reminders.channels.webhook.channel import WEBHOOK

__all__ = ["WEBHOOK"]
