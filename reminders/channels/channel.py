"""What the outbox asks of a way to send: to open a line, to write a message for it, and what its refusals mean."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from datetime import timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

if TYPE_CHECKING:
    from office.models import Distributor
    from reminders.models import Reminder
    from reminders.writing.written import Written


class Verdict(Enum):
    LATER = auto()
    """Send this message again after a pause: it was refused for now."""
    LOST = auto()
    """The same, and the line can no longer be used."""
    NEVER = auto()
    """The message will never be accepted."""
    GONE = auto()
    """Neither will any other message to this address."""
    TROUBLE = auto()
    """No message to anybody will be accepted until somebody corrects our account, sender or settings."""


class Line(Protocol):
    """One connection. It is used by one thread, which may not ask the database."""

    def open(self) -> None:
        """Raises OSError. An open line stays as it is."""

    def send(self, message: Any) -> None:
        """Returns when the message was accepted. Raises OSError, which has a verdict; anything else is a fault of the message."""

    @property
    def may_have_gone(self) -> bool:
        """Whether the other side may have the message whose sending failed. False only when it certainly has not."""

    def close(self) -> None: ...


class Channel(ABC):
    """A way to send. Claims, leases, pauses and settlements are the outbox's, the same for all (sending/)."""

    name: ClassVar[str]
    scheme: ClassVar[str] = ""
    """Its addresses begin with it and a colon. Empty: all others."""
    puts_together: ClassVar[bool] = False
    """Whether kinds that go together do so here."""
    keeps_quiet: ClassVar[bool] = False
    """Whether somebody could be woken at night."""
    run_for: ClassVar[timedelta] = timedelta(minutes=1)
    """After this a run starts no further message."""

    @abstractmethod
    def lines(self) -> int:
        """How many one run opens at most."""

    @abstractmethod
    def line(self) -> Line: ...

    @abstractmethod
    def message(self, written: Sequence[Written], seller: Distributor) -> Any | None:
        """What a line sends, of one reminder or of several that are together. None: there is nobody to send it to any more."""

    @abstractmethod
    def verdict_on(self, error: OSError) -> Verdict: ...

    @abstractmethod
    def is_trouble(self, error: OSError) -> bool:
        """Whether a line that could not be opened needs somebody to correct something, rather than time."""

    @abstractmethod
    def in_words(self, error: Exception) -> str:
        """For the office."""

    @abstractmethod
    def without_names(self, error: Exception) -> str:
        """For the log, which names no recipient."""

    def copying(self) -> Callable[[Sequence[Reminder]], None] | None:
        """What owes copies of messages that have just been sent by another channel, in the transaction that says so; None: nobody wants any."""
        return None
