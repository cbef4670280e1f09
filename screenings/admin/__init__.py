"""Venues, screenings and registrations in the office. Anything with consequences is done by the same verbs as on the pages."""

from screenings.admin import beside, festivals, panels, plans, registrations, screenings, venues

__all__ = ["beside", "festivals", "panels", "plans", "registrations", "screenings", "venues"]
