"""Errors that end the demonstration with a sentence instead of a traceback."""


class DemoError(Exception):
    """`str()` of it is a full sentence that says what happened and what to do."""
