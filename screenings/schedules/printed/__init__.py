"""What is printed of a screening: its programme, the run of show, a ticket."""
