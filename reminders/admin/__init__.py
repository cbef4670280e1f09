from reminders.admin import addresses, panels, reminders, texts

__all__ = ["addresses", "panels", "reminders", "texts"]
