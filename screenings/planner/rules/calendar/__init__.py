"""Rules about the days of a plan: how many, how far apart, what kind of days, and what is shown again."""
