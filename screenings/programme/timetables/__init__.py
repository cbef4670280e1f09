"""Timetables changed by hand, each change kept."""
