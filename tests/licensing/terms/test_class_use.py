from __future__ import annotations

import pytest

from licensing.terms.class_use import FACE_TO_FACE, TEACH, class_use_for, is_allowed
from licensing.terms.rights import Use


@pytest.mark.parametrize(
    ("use", "country", "exemption"),
    [
        (Use.CLASSROOM, "US", FACE_TO_FACE),
        (Use.CAMPUS_STREAMING, "US", TEACH),
        (Use.CLIPS, "US", TEACH),
        (Use.PUBLIC_SCREENING, "US", None),
        (Use.CLASSROOM, "FR", None),
    ],
)
def test_an_exemption_is_spoken_of_for_teaching_in_the_united_states_alone(
    use: Use, country: str, exemption: object
) -> None:
    assert class_use_for(use, country) is exemption


def test_every_condition_must_be_confirmed() -> None:
    for missing in FACE_TO_FACE.codes:
        others = FACE_TO_FACE.codes - {missing}
        assert not is_allowed(Use.CLASSROOM, FACE_TO_FACE, others)
        assert [each.code for each in FACE_TO_FACE.open_conditions(others)] == [missing]
    assert is_allowed(Use.CLASSROOM, FACE_TO_FACE, FACE_TO_FACE.codes)


def test_the_teach_act_never_allows_a_whole_film() -> None:
    assert is_allowed(Use.CLIPS, TEACH, TEACH.codes)
    assert not is_allowed(Use.CAMPUS_STREAMING, TEACH, TEACH.codes)
