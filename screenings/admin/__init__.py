"""Venues, screenings and registrations in the office. Anything with consequences is done by the same verbs as on the pages."""

from screenings.admin import beside, counts, festivals, panels, plans, registrations, screenings, venues

__all__ = ["beside", "counts", "festivals", "panels", "plans", "registrations", "screenings", "venues"]
