"""Names and titles are one line: at the database, at the forms, and after the migration that says so."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.db.migrations.executor import MigrationExecutor

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
BEFORE = {
    "accounts": "0001_people",
    "catalog": "0005_film_says_what_is_wrong",
    "licensing": "0008_documents_say_all",
}


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


@pytest.mark.django_db(transaction=True)
def test_names_from_before_are_put_on_one_line() -> None:
    executor = MigrationExecutor(connection)
    latest = executor.loader.graph.leaf_nodes()
    executor.migrate(list(BEFORE.items()))
    old = executor.loader.project_state(list(BEFORE.items())).apps
    old.get_model("accounts", "User").objects.create(email="a@x.example", name="A\nB")
    old.get_model("catalog", "Film").objects.create(slug="a", title="One\r\nTwo", year=2003, runtime=9)
    old.get_model("licensing", "Institution").objects.create(legal_name="The\tSchool", tier="k-12")
    MigrationExecutor(connection).migrate(latest)
    said = [User.objects.get().name, Film.objects.get().title, Institution.objects.get().legal_name]
    assert said == ["A B", "One Two", "The School"]
