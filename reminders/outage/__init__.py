"""Outages: the sign that reminders are not sent, and what is done with them after a backup was restored."""
