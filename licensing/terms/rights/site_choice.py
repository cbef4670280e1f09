"""Which sites a licence may name: how many its scope allows, and of what kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from licensing.terms.rights.uses import ONE_SITE, SiteScope
from wording.say import Say, gettext_noop, say

TOO_LARGE = {SiteScope.SINGLE_SITE: frozenset({"campus"}), SiteScope.BRANCH: frozenset({"campus"})}
"""The kinds of site (`licensing.models.Site.Kind`) that are more than a scope covers."""


def against_sites(
    type_name: str, scope: SiteScope, sites: Sequence[Mapping[str, Any]], *, has_choice: bool
) -> Say | None:
    """What speaks against naming these sites (`buyers.schools.NamedSite`, as JSON) on a licence of this scope; None for nothing.

    `has_choice`: the institution has sites to choose among. Without any it is one site itself, and none is needed.
    Codes: `no-site`, `sites`.
    """
    if scope not in ONE_SITE:
        return None
    if not sites and has_choice:
        template = gettext_noop(
            "“{type}” is for one site. Choose the building, branch or campus that it is for."
        )
        return say("no-site", template, type=type_name)
    if len(sites) > 1:
        return say(
            "sites",
            gettext_noop("“{type}” is for one site. Choose one, or order it for each."),
            type=type_name,
        )
    if sites and sites[0]["kind"] in TOO_LARGE.get(scope, ()):
        template = gettext_noop("“{type}” is for one building or branch, and {site} is a campus.")
        return say("sites", template, type=type_name, site=str(sites[0]["name"]))
    return None
