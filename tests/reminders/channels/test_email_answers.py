"""What each answer of a mail server means."""

from __future__ import annotations

from smtplib import (
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPDataError,
    SMTPNotSupportedError,
    SMTPRecipientsRefused,
    SMTPSenderRefused,
    SMTPServerDisconnected,
)

import pytest

from reminders.channels.channel import Verdict
from reminders.channels.email.answers import in_words, is_trouble, verdict_on, without_names


def recipient(code: int, words: str = "") -> SMTPRecipientsRefused:
    return SMTPRecipientsRefused({"ada@x.example": (code, words.encode())})


def sender(code: int) -> SMTPSenderRefused:
    return SMTPSenderRefused(code, b"words", "us@x.example")


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        (recipient(450), Verdict.LATER),
        (recipient(452), Verdict.LATER),
        (recipient(550), Verdict.NEVER),
        (recipient(550, "5.1.1 Unknown"), Verdict.NEVER),
        (recipient(550, "5.7.1 Relay denied"), Verdict.LATER),
        (recipient(530), Verdict.TROUBLE),
        (recipient(421), Verdict.LOST),
        (sender(451), Verdict.LATER),
        (sender(550), Verdict.TROUBLE),
        (sender(530), Verdict.TROUBLE),
        (sender(552), Verdict.NEVER),
        (SMTPDataError(451, b""), Verdict.LATER),
        (SMTPDataError(554, b""), Verdict.NEVER),
        (SMTPDataError(535, b""), Verdict.TROUBLE),
        (SMTPDataError(421, b""), Verdict.LOST),
        (SMTPServerDisconnected("gone"), Verdict.LOST),
        (TimeoutError(), Verdict.LOST),
        (SMTPNotSupportedError("SMTPUTF8"), Verdict.NEVER),
    ],
)
def test_verdict_on_an_error_while_a_message_is_sent(error: OSError, verdict: Verdict) -> None:
    assert verdict_on(error) is verdict


@pytest.mark.parametrize(
    ("error", "is_so"),
    [
        (ConnectionRefusedError(), False),
        (SMTPConnectError(421, b"busy"), False),
        (SMTPConnectError(554, b"no"), True),
        (SMTPAuthenticationError(535, b"wrong"), True),
        (SMTPAuthenticationError(454, b"later"), False),
        (SMTPNotSupportedError("STARTTLS"), True),
    ],
)
def test_a_session_that_cannot_be_opened_is_trouble_when_it_is_refused_for_good(
    error: OSError, is_so: bool
) -> None:
    assert is_trouble(error) is is_so


def test_the_office_reads_the_servers_words_and_the_log_names_nobody() -> None:
    error = recipient(550, "5.1.1 <ada@x.example> unknown")
    assert in_words(error) == "550 5.1.1 <ada@x.example> unknown"
    assert without_names(error) == "SMTPRecipientsRefused 550"
