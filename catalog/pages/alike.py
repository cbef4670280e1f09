"""What is like a film: what its editor relates to it, what its makers made besides, and what shares its subjects."""

from __future__ import annotations

from django.db.models import Count, Exists, OuterRef, Q

from catalog.models import Credit, Film, Relation

MOST_ALIKE = 4


def alike(film: Film) -> list[int]:
    """The keys of public whole films that are like a film, the most alike first. One statement."""
    whole = film.part_of_id or film.pk
    related = Relation.objects.filter(film=whole).order_by()
    makers = Credit.objects.makers().filter(film=whole).order_by().values("person")
    by_them = Credit.objects.makers().filter(person__in=makers).order_by()
    subjects = Film.subjects.through.objects.filter(film_id=whole).values("subject_id")
    sharing = Film.subjects.through.objects.filter(subject_id__in=subjects)
    near = (
        Q(pk__in=related.values("other"))
        | Q(pk__in=by_them.values("film"))
        | Q(pk__in=sharing.values("film_id"))
    )
    found = (
        Film.objects.public_wholes()
        .filter(near)
        .exclude(pk=whole)
        .annotate(
            is_related=Exists(related.filter(other=OuterRef("pk"))),
            is_by_them=Exists(by_them.filter(film=OuterRef("pk"))),
            shared=Count("subjects", filter=Q(subjects__in=subjects)),
        )
        .order_by("-is_related", "-is_by_them", "-shared", "sort_title", "pk")
    )
    return list(found.values_list("pk", flat=True)[:MOST_ALIKE])
