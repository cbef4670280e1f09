"""Two educators ask to watch a film whole: one may, and watches; the other request waits for the office."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from catalog.models import Film
from demo.errors import DemoError
from demo.sample import people
from demo.sample.accounts import person
from licensing.models import Institution
from licensing.previews.asking import ask_preview, grant_preview
from licensing.previews.playing import playables_of
from licensing.previews.watching import begin_viewing

type Steps = Iterator[tuple[str, str]]


def preview_before_buying() -> Steps:
    """The librarian's request is granted and watched; the teacher's is in the office's queue."""
    colleague, teacher = person(people.COLLEAGUE), person(people.TEACHER)
    school = Institution.objects.get(members=teacher)
    film = Film.objects.get(slug="west-of-the-tracks", part_of=None)
    preview = ask_preview(
        film=film,
        institution=school,
        course="Film club of year 12, 18 pupils",
        why="To choose which part we show in May.",
        by=colleague,
    )
    preview = grant_preview(preview=preview, by=person(people.OFFICE))
    yield (
        f"{people.COLLEAGUE.name} asks to watch {film} whole; the office grants it until {preview.ends_on}.",
        preview.get_absolute_url(),
    )
    played = playables_of(film, school.country)
    if not played:
        raise DemoError("Nothing of the long film can be watched.")
    viewing = begin_viewing(preview=preview, what=played[0].key, by=colleague)
    log = reverse("admin:licensing_previewviewing_changelist")
    yield f"She watches {viewing.film.title}; the office sees it in its log.", log
    waits = ask_preview(
        film=Film.objects.get(slug="satantango", part_of=None),
        institution=school,
        course="European cinema, 24 pupils",
        why="It is on next year's reading list, and I have never seen it whole.",
        by=teacher,
    )
    queue = reverse("admin:licensing_educatorpreview_changelist")
    yield (
        f"{people.TEACHER.name} asks for {waits.film}, which waits for the office.",
        f"{queue}?status__exact=asked",
    )
