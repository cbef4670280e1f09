"""What processes tell of themselves: logs, errors, spans."""
