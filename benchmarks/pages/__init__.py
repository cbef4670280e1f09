"""What public pages cost: their speed, their size, and how they grow with the catalogue."""
