"""An Atom feed of films, and the sitemap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from xml.sax.saxutils import escape

from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.requests.limits import always, limited
from catalog.exports.plain import plain
from catalog.exports.reading import described_all
from catalog.models import Collection, Film, PublishedRecord
from catalog.serving.records import found_by
from office.distributor.reader import distributor

ENTRIES = 50
FILMS_ON_A_MAP, MOST_ON_A_MAP = 10_000, 50_000
"""Keys of films in one file. A sitemap may have 50,000 addresses (https://www.sitemaps.org/protocol.html)."""
BLOCKS = """
    SELECT id / %s, count(*) FROM catalog_film WHERE is_published GROUP BY 1 ORDER BY 1
"""
URLS = """
    SELECT COALESCE(whole.slug || '/', '') || film.slug, (
        SELECT max(changed_at) FROM catalog_filmchange change WHERE change.whole = COALESCE(film.part_of_id, film.id)
    )
    FROM catalog_film film LEFT JOIN catalog_film whole ON whole.id = film.part_of_id
    WHERE film.is_published AND (film.part_of_id IS NULL OR whole.is_published) AND film.id >= %s AND film.id < %s
    ORDER BY film.id
"""
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


@require_safe
@limited("record-list", when=always)
def atom(request: HttpRequest) -> HttpResponse:
    """The films that were published last; with a search, the first that it finds."""
    is_search = any(request.GET.values())
    keys = list(islice(found_by(request), ENTRIES)) if is_search else newest()
    dates = dict(PublishedRecord.objects.filter(film__in=keys).values_list("film", "published_at"))
    name = distributor().legal_name
    here = settings.SITE_URL + request.get_full_path()
    feed = Atom1Feed(
        title=_("Films of %(distributor)s") % {"distributor": name},
        link=settings.SITE_URL + reverse("catalog:films"),
        description="",
        language=settings.LANGUAGE_CODE,
        feed_url=here,
        feed_guid=here,
        author_name=name,
    )
    for film in described_all(keys, with_parts=False):
        feed.add_item(
            title=film.title.text,
            link=film.address,
            description=plain(film.synopsis),
            unique_id=film.address,
            author_name=", ".join(person.name for person in film.directors) or name,
            pubdate=dates.get(int(film.id.removeprefix("film-"))),
            updateddate=film.changed_at,
            categories=film.subjects,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def newest() -> list[int]:
    wholes = Film.objects.public_wholes()
    rows = PublishedRecord.objects.filter(film__in=wholes.values("pk")).order_by("-published_at", "-film")
    return list(rows.values_list("film", flat=True)[:ENTRIES])


@require_safe
def sitemap(_request: HttpRequest) -> HttpResponse:
    """The index of the sitemap: a file for each block of films, and one for the collections."""
    with connection.cursor() as cursor:
        cursor.execute(BLOCKS, [FILMS_ON_A_MAP])
        blocks = [block for block, _count in cursor.fetchall()]
    files = [reverse("catalog:sitemap-films", args=[block]) for block in blocks]
    files.append(reverse("catalog:sitemap-collections"))
    entries = "".join(f"<sitemap><loc>{escape(settings.SITE_URL + file)}</loc></sitemap>\n" for file in files)
    return _xml([f"<sitemapindex {NAMESPACE}>\n{entries}</sitemapindex>\n"])


@require_safe
def sitemap_films(_request: HttpRequest, block: int) -> HttpResponse:
    """The addresses of films and parts, with the day on which something of them changed."""
    first = block * FILMS_ON_A_MAP
    if first >= 2**62:
        raise Http404
    with connection.cursor() as cursor:
        cursor.execute(URLS, [first, first + FILMS_ON_A_MAP])
        rows = cursor.fetchall()
    if not rows:
        raise Http404
    return _xml(_urls(rows))


@require_safe
def sitemap_collections(_request: HttpRequest) -> HttpResponse:
    slugs = Collection.objects.public().order_by("pk").values_list("slug", flat=True)
    addresses = (
        settings.SITE_URL + reverse("catalog:collection", args=[slug]) for slug in slugs[:MOST_ON_A_MAP]
    )
    entries = "".join(f"<url><loc>{escape(address)}</loc></url>\n" for address in addresses)
    return _xml([f"<urlset {NAMESPACE}>\n{entries}</urlset>\n"])


def _urls(rows: list[tuple[str, datetime | None]]) -> Iterator[str]:
    root = settings.SITE_URL + reverse("catalog:films")
    yield f"<urlset {NAMESPACE}>\n"
    for path, changed_at in rows:
        last = f"<lastmod>{changed_at.isoformat(timespec='seconds')}</lastmod>" if changed_at else ""
        yield f"<url><loc>{escape(root + path)}/</loc>{last}</url>\n"
    yield "</urlset>\n"


def _xml(pieces: Iterator[str] | list[str]) -> HttpResponse:
    body = '<?xml version="1.0" encoding="UTF-8"?>\n' + "".join(pieces)
    return HttpResponse(body, content_type="application/xml; charset=utf-8")
