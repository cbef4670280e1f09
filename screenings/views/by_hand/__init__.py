"""Pages that change a timetable by hand."""
