"""E-mail, by the mailer `outbox`."""

from reminders.channels.email.channel import EMAIL

__all__ = ["EMAIL"]
