"""The ways in which a film reaches who licensed it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Way(models.TextChoices):
    FILE = "file", _("files to download")
    STREAM = "stream", _("streaming")
    DISC = "disc", _("disc")
    DCP = "dcp", _("DCP")
    KEY = "key", _("key (KDM)")


PROMISED = [(way.value, way.label) for way in Way if way is not Way.KEY]
"""What a licence type can promise; a key is asked for by who has a DCP."""
ACCESS = (Way.FILE, Way.STREAM)
"""Given on our own pages, and refused when the licence ends."""
PARCELS = (Way.DISC, Way.DCP)
