"""A timetable that a person changes: its places, what the rules say of it, and two people's changes made one."""
