"""The ways in which what is owed leaves. Each is one folder here, with a `Channel` that is listed below."""

from __future__ import annotations

from django.db.models import Q

from reminders.channels.channel import Channel
from reminders.channels.email import EMAIL
from reminders.channels.webhook import WEBHOOK

__all__ = ["CHANNELS", "EMAIL", "WEBHOOK", "addressed_by", "channel_named", "prefixes"]

CHANNELS: tuple[Channel, ...] = (EMAIL, WEBHOOK)
"""E-mail first: it takes every address that is not written with the scheme of another one."""


def channel_named(name: str) -> Channel:
    """Raises LookupError."""
    for channel in CHANNELS:
        if channel.name == name:
            return channel
    raise LookupError(f"There is no channel “{name}”.")


def prefixes(channel: Channel) -> tuple[list[str], bool]:
    """Patterns of SQL's LIKE, and whether the channel's addresses are those that fit one, or those that fit none."""
    others = [each.scheme for each in CHANNELS if each.scheme]
    return [f"{scheme}:%" for scheme in ([channel.scheme] if channel.scheme else others)], bool(
        channel.scheme
    )


def addressed_by(channel: Channel) -> Q:
    """The rows of the outbox whose recipients are addresses of the channel."""
    patterns, is_one = prefixes(channel)
    fits = Q()
    for pattern in patterns:
        fits |= Q(recipient__startswith=pattern.removesuffix("%"))
    return fits if is_one else ~fits
