from reminders.admin import addresses, hooks, panels, reminders, texts

__all__ = ["addresses", "hooks", "panels", "reminders", "texts"]
