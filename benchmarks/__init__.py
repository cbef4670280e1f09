"""Measures the limits on speed and size that Longtake promises: `make bench`."""
