"""The arithmetic of royalties: pure, in whole numbers of a currency's smallest unit. docs/decisions has why it is cumulative."""

from licensing.terms.royalties.book import Agreed, Book
from licensing.terms.royalties.channels import CHANNEL_WORDS, Channel, channel_of
from licensing.terms.royalties.quarters import Quarter
from licensing.terms.royalties.recouping import Position, Recoupment, Terms, position
from licensing.terms.royalties.sharing import Allocation, allocate, apportion

__all__ = [
    "CHANNEL_WORDS",
    "Agreed",
    "Allocation",
    "Book",
    "Channel",
    "Position",
    "Quarter",
    "Recoupment",
    "Terms",
    "allocate",
    "apportion",
    "channel_of",
    "position",
]
