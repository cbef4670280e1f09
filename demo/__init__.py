"""Longtake at work: sets up a sample site, plays its main story, and serves it. Never part of production."""
