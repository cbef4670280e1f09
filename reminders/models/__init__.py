from reminders.models.addresses import DeadAddress, DeclinedKind
from reminders.models.hooks import Hook
from reminders.models.reminder import Reminder, ReminderQuerySet
from reminders.models.texts import MailText

__all__ = ["DeadAddress", "DeclinedKind", "Hook", "MailText", "Reminder", "ReminderQuerySet"]
