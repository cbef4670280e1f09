"""When the record of a film last changed, and which records were ever public: what libraries harvest by.

Triggers write both tables, whatever a change comes from. A whole film and its parts have one date: the record of each
names the others. Rows of `FilmChange` are only added, so that writers wait for nobody; old ones are deleted by
`catalog.harvesting.upkeep`. decisions/0041-records-and-harvesting.md says why a harvest misses nothing.
"""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models.film import Film
from catalog.models.stamps import stamping
from revisions.models import Change


class FilmChange(models.Model):
    """A transaction that changed a whole film, a part of it, or anything that belongs to them.

    `whole` is the key of a film that may be gone. `changed_at` is never before the transaction began.
    """

    whole = models.BigIntegerField(_("whole film"))
    changed_at = models.DateTimeField(_("changed"))
    transaction = models.BigIntegerField(_("transaction"))

    class Meta:
        verbose_name = _("change of a film")
        verbose_name_plural = _("changes of films")
        default_permissions = ("view",)
        indexes = [
            models.Index("whole", "changed_at", name="film_change_of_whole"),
            models.Index("changed_at", "whole", name="film_change_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.whole}, {self.changed_at.isoformat()}"


class TouchedFilm(Change):
    """The ledger's rows about films. A proxy: the ledger is another app's, and knows nothing of films."""

    class Meta:
        proxy = True
        app_label = "catalog"
        default_permissions = ()
        triggers = [
            pgtrigger.Trigger(
                name="dates_film",
                level=pgtrigger.Statement,
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                referencing=pgtrigger.Referencing(new="new_rows"),
                # Rows that add up older ones (revisions.ledger.fold) count more than once, and are no change.
                func=stamping(
                    "SELECT substring(subject FROM 6)::bigint AS film FROM new_rows"
                    " WHERE subject LIKE 'film:%' AND count = 1"
                ),
            )
        ]


class PublishedRecord(models.Model):
    """A film or part that visitors could see at some time. The row stays when they no longer can: harvesters must learn of it."""

    film = models.BigIntegerField(_("film"), primary_key=True)
    whole = models.BigIntegerField(_("whole film"))
    kind = models.CharField(_("kind"), max_length=20, choices=Film.Kind)
    published_at = models.DateTimeField(_("first published"))

    class Meta:
        verbose_name = _("published record")
        verbose_name_plural = _("published records")
        default_permissions = ("view",)
        indexes = [
            models.Index("whole", name="published_record_of_whole"),
            models.Index("published_at", "film", name="published_record_by_time"),
        ]

    def __str__(self) -> str:
        return str(self.film)
