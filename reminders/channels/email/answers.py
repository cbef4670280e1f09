"""What an error from the mail server means for this message, and for the others."""

from __future__ import annotations

import re
from smtplib import (
    SMTPNotSupportedError,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)

from reminders.channels.channel import Verdict

SERVICE_GOES_AWAY = 421
NOT_SIGNED_IN = (530, 534, 535, 538)  # RFC 4954, 6
TOO_LARGE = 552
POLICY = re.compile(r"5\.7\.\d+\b")  # RFC 3463, 3.8: usually about what we may do, not about the address


def verdict_on(error: OSError) -> Verdict:
    """What an error during the sending of one message means. SMTPException is an OSError."""
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
    """Whether a session that could not be opened needs somebody to correct something, rather than time."""
    if isinstance(error, SMTPNotSupportedError):
        return True
    return isinstance(error, SMTPResponseException) and error.smtp_code >= 500


def answer(error: SMTPRecipientsRefused | SMTPResponseException) -> tuple[int, str]:
    """The server's code and words. A reminder has exactly one recipient."""
    if isinstance(error, SMTPRecipientsRefused):
        [(code, words)] = error.recipients.values()
        return code, _as_text(words)
    return error.smtp_code, _as_text(error.smtp_error)


def _as_text(words: bytes | str) -> str:
    return words.decode("utf-8", "replace") if isinstance(words, bytes) else words


def in_words(error: Exception) -> str:
    """For the office: the server's own words, or else the text of the error."""
    if isinstance(error, SMTPRecipientsRefused | SMTPResponseException):
        code, words = answer(error)
        return f"{code} {words}"
    return str(error) or type(error).__name__


def without_names(error: Exception) -> str:
    """For the log: only the code or the kind of error, because the words may name the recipient."""
    if isinstance(error, SMTPRecipientsRefused | SMTPResponseException):
        return f"{type(error).__name__} {answer(error)[0]}"
    return type(error).__name__
