"""The request to the planner: what and when, wishes for the days and for single parts, in groups."""
