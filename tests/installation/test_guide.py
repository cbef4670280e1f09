"""The marks in the operations guide: what `make install-trial` types and visits is there."""

from __future__ import annotations

import pytest

from tests.installation.__main__ import OWN, SOURCE
from tests.installation.guide import GUIDE, steps
from tests.installation.visits import NAME, OFFICE, PASSWORD, Visits


def test_the_guide_has_every_step_of_an_installation_in_order() -> None:
    found = steps(GUIDE.read_text())
    typed = "".join(step.block for step in found)
    order = [
        "apt-get install", "git clone", "createdb", "/etc/longtake.env", "longtake migrate", "collectstatic", "enable --now longtake-web",
        "nginx -t", "longtake createsuperuser", "longtake load_catalogue", "longtake doctor", "git pull", "longtake backup",
        "longtake restore",
    ]  # fmt: skip
    places = [typed.index(words) for words in order]
    assert places == sorted(places)
    assert [step.visit for step in found if step.visit] == ["administrator", "distributor", "site"]
    assert all(callable(getattr(Visits, step.visit)) for step in found if step.visit)


def test_what_the_trial_says_for_its_reader_stands_in_the_guide() -> None:
    found = steps(GUIDE.read_text())
    typed = "".join(step.block for step in found)
    assert [words for words in (*OWN, SOURCE, NAME) if words not in typed] == []
    assert [step.answers for step in found if step.answers] == [(OFFICE, PASSWORD, PASSWORD)]


def test_a_mark_without_its_block_is_refused() -> None:
    with pytest.raises(ValueError, match="line 3: no block"):
        steps("# A guide\n\n<!-- trial -->\nNothing to type.\n")
