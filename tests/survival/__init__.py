"""Survival: a complete installation of real processes is broken in every way that we know of, while people use it.

Nothing in production knows of this room. Each fault is made from outside, with signals, locks in the database, a mail server and
small proxies of our own; what was owed and what arrived is counted in files that Longtake never sees. `make survive`.
"""
