"""Mails in the distributor's own words: what the office writes, tried on a real mail before it counts, with every version kept."""
