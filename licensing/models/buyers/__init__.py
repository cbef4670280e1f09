"""What belongs to an institution: its people and what they may do, sites, mailboxes, tax numbers and exemptions."""
