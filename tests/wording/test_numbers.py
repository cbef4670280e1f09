from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from wording.numbers import (
    validate_bic,
    validate_ein,
    validate_iban,
    validate_routing,
    validate_vat,
    written_iban,
)


@pytest.mark.parametrize(
    ("validate", "right", "wrong"),
    [
        (validate_ein, "12-3456789", "07-3456789"),
        (validate_vat, "FR40303265045", "FR41303265045"),
        (validate_vat, "GB980780684", "GB802311781"),
        (validate_vat, "EU372022452", "40303265045"),
        (validate_iban, "DE89 3704 0044 0532 0130 00", "DE88370400440532013000"),
        (validate_bic, "AGRIFRPP882", "AGRIFRPP8"),
        (validate_routing, "111000025", "111000026"),
        (validate_routing, "20-00-00", "111000026"),
    ],
)
def test_number_is_checked_by_its_own_digits(validate: object, right: str, wrong: str) -> None:
    assert callable(validate)
    validate(right)
    with pytest.raises(ValidationError) as refused:
        validate(wrong)
    assert f"“{wrong}” is not a" in refused.value.messages[0]


def test_vat_number_of_a_country_without_one_is_refused() -> None:
    for number in ("US123456789", "", "铁西12", "Å1234567"):
        with pytest.raises(ValidationError):
            validate_vat(number)


def test_iban_is_written_in_groups_of_four() -> None:
    assert written_iban("DE89370400440532013000") == "DE89 3704 0044 0532 0130 00"
