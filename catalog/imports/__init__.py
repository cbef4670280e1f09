"""Films out of files of other systems: read one after the other, turned into records, checked, and loaded."""
