from reminders.admin import addresses, panels, reminders

__all__ = ["addresses", "panels", "reminders"]
