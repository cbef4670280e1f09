"""Ways between two venues, kept once for everybody who plans at one of them."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from screenings.models.venues.places import Venue
from screenings.planner import LONGEST_WAY


class VenueWayQuerySet(models.QuerySet["VenueWay"]):
    def of(self, venue: Venue) -> VenueWayQuerySet:
        """Those that begin or end at a venue."""
        return self.filter(Q(venue=venue) | Q(other=venue))

    def minutes_from(self, venue: Venue) -> dict[int, int]:
        """How long the way to other venues takes, by their keys. One query."""
        return {way.beyond(venue): way.minutes for way in self.of(venue)}

    def minutes_between(self, venues: Iterable[int]) -> dict[tuple[int, int], int]:
        """How long the ways between venues with these keys take, by both their keys, the lower first. One query."""
        keys = list(venues)
        between = self.filter(venue__in=keys, other__in=keys)
        return {(way.venue_id, way.other_id): way.minutes for way in between}


class VenueWay(models.Model):
    """How long people, or a print, are on the way from one venue to another, in both directions."""

    venue = models.ForeignKey(Venue, models.CASCADE, related_name="+", verbose_name=_("venue"))
    other = models.ForeignKey(Venue, models.CASCADE, related_name="+", verbose_name=_("other venue"))
    minutes = models.PositiveSmallIntegerField(_("minutes"), validators=[MaxValueValidator(LONGEST_WAY)])

    objects = VenueWayQuerySet.as_manager()

    class Meta:
        verbose_name = _("way between two venues")
        verbose_name_plural = _("ways between two venues")
        ordering = ("venue_id", "other_id")
        constraints = [
            models.UniqueConstraint(fields=["venue", "other"], name="venue_way_once"),
            # One way round only, so that a way is not there twice.
            models.CheckConstraint(condition=Q(venue__lt=F("other")), name="venue_way_between_two"),
            models.CheckConstraint(condition=Q(minutes__lte=LONGEST_WAY), name="venue_way_short_enough"),
        ]

    def __str__(self) -> str:
        return f"{self.venue} / {self.other}"

    def beyond(self, venue: Venue) -> int:
        """The key of the venue at the other end."""
        return self.other_id if self.venue_id == venue.pk else self.venue_id
