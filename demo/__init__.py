"""Longtake shown at work: sets up a sample house, plays its main story, and serves it. Never part of production."""
