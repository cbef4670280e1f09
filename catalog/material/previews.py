"""Previews that we send ourselves, their captions, and addresses of films at hosts that play them here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from wording.refusals import Refused

LARGEST = 18 * 1024 * 1024
"""A request may have 20 MB; a longer preview belongs to a host for films."""
LARGEST_CAPTIONS = 512 * 1024
VIMEO, YOUTUBE = "https://player.vimeo.com", "https://www.youtube-nocookie.com"
PLAYERS = (VIMEO, YOUTUBE)
"""The only origins that pages of films may frame (Content-Security-Policy)."""


@dataclass(frozen=True, slots=True)
class Player:
    """Who plays a film, by their own name, and the address of what stands in the frame."""

    host: str
    address: str


PLAYED: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"https://(?:www\.)?vimeo\.com/(?P<id>\d{1,12})(?:/(?P<hash>[0-9a-f]{6,20}))?/?(?:[?#].*)?"),
        "Vimeo",
        VIMEO + "/video/{id}?dnt=1",
    ),
    (
        re.compile(
            r"https://(?:(?:www\.|m\.)?youtube\.com/(?:watch\?(?:[^#]*&)?v=|shorts/|embed/)|youtu\.be/)(?P<id>[\w-]{11})(?:[?&#].*)?"
        ),
        "YouTube",
        YOUTUBE + "/embed/{id}?rel=0",
    ),
)  # fmt: skip


def player_of(address: str) -> Player | None:
    """What plays a film at this address inside our page; None for a page that is only linked."""
    for pattern, host, template in PLAYED:
        if found := pattern.fullmatch(address):
            unlisted = found.groupdict().get("hash")
            return Player(host, template.format(id=found["id"]) + (f"&h={unlisted}" if unlisted else ""))
    return None


def suffix_of_film(file: File[Any]) -> str:
    """`mp4` or `webm`, by how the content begins. Raises Refused (codes `too-large`, `not-a-film`)."""
    if file.size > LARGEST:
        raise Refused(
            _("The file is larger than 18 MB. Put longer previews on Vimeo or YouTube and give their address."),
            "too-large",
        )  # fmt: skip
    file.seek(0)
    begins = file.read(128)
    file.seek(0)
    if begins[4:8] == b"ftyp":  # ISO/IEC 14496-12, 4.3
        return "mp4"
    if begins[:4] == b"\x1a\x45\xdf\xa3" and b"webm" in begins:  # RFC 8794, 8.1
        return "webm"
    raise Refused(_("This is no film that browsers play. Send MP4 or WebM."), "not-a-film")


def suffix_of_captions(file: File[Any]) -> str:
    """`vtt`. Raises Refused (codes `too-large`, `not-captions`) unless it is text that begins as WebVTT does."""
    if file.size > LARGEST_CAPTIONS:
        raise Refused(_("The file of captions is larger than 500 KB."), "too-large")
    file.seek(0)
    content = bytes(file.read())
    file.seek(0)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    if not re.match(r"WEBVTT(?:[ \t\n\r]|$)", text) or "\0" in text:
        raise Refused(
            _("These are no captions that browsers show. Send WebVTT: a text in UTF-8 that begins with WEBVTT."),
            "not-captions",
        )  # fmt: skip
    return "vtt"
