"""A venue and its screens, on the desk of those who run it."""
