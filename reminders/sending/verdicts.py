"""What an error of the mail server means for a message, and for the others."""

from __future__ import annotations

import re
from enum import Enum, auto
from smtplib import (
    SMTPNotSupportedError,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)

SERVICE_GOES_AWAY = 421
NOT_SIGNED_IN = (530, 534, 535, 538)  # RFC 4954, 6
TOO_LARGE = 552
POLICY = re.compile(r"5\.7\.\d+\b")  # RFC 3463, 3.8: it concerns what we may do, more often than the address


class Verdict(Enum):
    LATER = auto()
    """This message again after a pause: the server refused it for now."""
    LOST = auto()
    """The same, and the connection is of no use any more."""
    NEVER = auto()
    """This message will not be taken, however often it is sent."""
    TROUBLE = auto()
    """No message will be taken until somebody mends our account, sender or settings."""


def verdict_on(error: OSError) -> Verdict:
    """What follows from an error while one message was sent. SMTPException is an OSError."""
    match error:
        case SMTPNotSupportedError():
            return Verdict.NEVER
        case SMTPRecipientsRefused() | SMTPResponseException():
            return _verdict_on_answer(error)
        case _:
            return Verdict.LOST


def _verdict_on_answer(error: SMTPRecipientsRefused | SMTPResponseException) -> Verdict:
    code, words = answer(error)
    if code == SERVICE_GOES_AWAY:
        return Verdict.LOST
    if code < 500:
        return Verdict.LATER
    if code in NOT_SIGNED_IN:
        return Verdict.TROUBLE
    if isinstance(error, SMTPSenderRefused) and code != TOO_LARGE:
        return Verdict.TROUBLE
    if isinstance(error, SMTPRecipientsRefused) and POLICY.search(words):
        return Verdict.LATER
    return Verdict.NEVER


def is_trouble(error: OSError) -> bool:
    """Whether a session that could not be opened needs somebody to mend something, rather than time."""
    if isinstance(error, SMTPNotSupportedError):
        return True
    return isinstance(error, SMTPResponseException) and error.smtp_code >= 500


def answer(error: SMTPRecipientsRefused | SMTPResponseException) -> tuple[int, str]:
    """The server's code and words; of the one recipient that a reminder has."""
    if isinstance(error, SMTPRecipientsRefused):
        [(code, words)] = error.recipients.values()
        return code, _as_text(words)
    return error.smtp_code, _as_text(error.smtp_error)


def _as_text(words: bytes | str) -> str:
    return words.decode("utf-8", "replace") if isinstance(words, bytes) else words


def in_words(error: Exception) -> str:
    """For the office: the server's own words, else the error's."""
    if isinstance(error, SMTPRecipientsRefused | SMTPResponseException):
        code, words = answer(error)
        return f"{code} {words}"
    return str(error) or type(error).__name__


def without_names(error: Exception) -> str:
    """For the log: a code or the kind of error, since the words may name the recipient."""
    if isinstance(error, SMTPRecipientsRefused | SMTPResponseException):
        return f"{type(error).__name__} {answer(error)[0]}"
    return type(error).__name__
