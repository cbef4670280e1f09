"""Rules about the venue: its screens, the people who work there, its foyer, whom it can take in."""
