"""Festivals: their films, their programme by the planner, what is fixed, and the screenings made of it."""
