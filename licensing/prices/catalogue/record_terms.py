"""What the record of a film says of its terms (MARC 21 field 540), in library catalogues that nobody updates.

So it names no price and no licence type: those change, and stand on the film's page.
"""

from __future__ import annotations

from django.utils.translation import gettext as _


def terms_for_records(distributor: str) -> str:
    return _(
        "Viewing, lending, streaming and public screening need a licence from %(distributor)s. "
        "Licences for teaching, libraries and screenings, and their conditions, are on the film’s page."
    ) % {"distributor": distributor}
