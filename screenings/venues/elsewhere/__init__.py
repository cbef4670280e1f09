"""Bookings from elsewhere: calendars that a venue names, fetched, read and kept."""
