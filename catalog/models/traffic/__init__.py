"""Rows about what comes into the catalogue and what goes out of it: imports, booklets."""
