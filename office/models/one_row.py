"""Records of which there is one: who sells, and the office's own rules and words."""

from __future__ import annotations

from typing import Self

from django.db import models

THE_ONE = 1


class OneRow(models.Model):
    """Its key is always THE_ONE; each model has a check constraint that says so."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=THE_ONE, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    @classmethod
    def the_row(cls) -> Self:
        """The office's row; without one, an unsaved row of the default values. One statement."""
        return cls._default_manager.filter(pk=THE_ONE).first() or cls()
