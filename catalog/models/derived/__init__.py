"""What triggers and the index of the search write of the films: dates of changes, and what films are found by."""
