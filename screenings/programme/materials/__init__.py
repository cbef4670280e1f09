"""What must be there before a screening and go back after it, by date."""
