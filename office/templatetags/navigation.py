"""Where in the site the visitor is."""

from __future__ import annotations

from django import template
from django.template.context import RequestContext
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def is_within(path: str, place: str) -> bool:
    """Whether a page is below an entry of the navigation, as /films/rust/ is below /films/."""
    return path.startswith(place)


@register.simple_tag(takes_context=True)
def made_once(context: RequestContext, name: str) -> SafeString:
    """A template to be shown in more than one place: `{% made_once "components/nav_items.html" as items %}`."""
    items: SafeString = context.template.engine.get_template(name).render(context)  # type: ignore[union-attr]  # bound
    return items
