"""Venues, screenings and registrations in the office. What has consequences is done by the verbs that the pages call."""

from screenings.admin import panels, plans, registrations, screenings, venues

__all__ = ["panels", "plans", "registrations", "screenings", "venues"]
