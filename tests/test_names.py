"""Names and titles are one line: at the database and at the forms."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from accounts.forms import ProfileForm, SignupDetails
from accounts.models import User
from catalog.models import Film, Person, Title
from licensing.models import Institution

ROWS: list[tuple[type[models.Model], str, dict[str, Any], str]] = [
    (Film, "title", {"slug": "a", "year": 2003, "runtime": 9}, "film_title_one_line"),
    (Title, "text", {"language": "en", "kind": "display"}, "title_text_one_line"),
    (Person, "name", {"slug": "a"}, "person_name_one_line"),
    (Person, "sort_name", {"slug": "a", "name": "A"}, "person_sort_name_one_line"),
    (Person, "original_name", {"slug": "a", "name": "A"}, "person_original_name_one_line"),
    (User, "name", {"email": "a@x.example"}, "user_name_one_line"),
    (Institution, "legal_name", {"tier": "k-12"}, "institution_legal_name_one_line"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "field", "others", "constraint"), ROWS, ids=[row[-1] for row in ROWS])
def test_a_name_of_two_lines_is_refused(
    model: type[models.Model], field: str, others: dict[str, Any], constraint: str
) -> None:
    if model is Title:
        others = others | {"film": Film.objects.create(slug="whole", title="Whole", year=2003, runtime=9)}
    row = model(**others, **{field: "One\n# Two"})
    with pytest.raises(ValidationError) as error:
        row.clean_fields()
    assert [fault.code for fault in error.value.error_dict[field]] == ["one-line"]
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        row.save()


def test_the_forms_of_people_say_it() -> None:
    for form in (SignupDetails({"name": "A\u2028B"}), ProfileForm({"name": "A\u2028B"})):
        assert form.errors["name"] == ["Write it on one line, without control characters."]
