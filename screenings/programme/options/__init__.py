"""Screens held until a time: first options, which expire, and second ones, which come next."""
