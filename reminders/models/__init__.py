from reminders.models.addresses import DeadAddress, DeclinedKind
from reminders.models.reminder import Reminder, ReminderQuerySet

__all__ = ["DeadAddress", "DeclinedKind", "Reminder", "ReminderQuerySet"]
