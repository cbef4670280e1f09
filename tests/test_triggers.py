"""The database holds the triggers that the models declare, and no other."""

from __future__ import annotations

import pytest
from pgtrigger import registry
from pgtrigger.installation import prunable


@pytest.mark.django_db
def test_each_declared_trigger_is_installed_as_declared() -> None:
    status = {
        f"{model._meta.label}: {trigger.name}": trigger.get_installation_status(model)
        for model, trigger in registry.registered()
    }
    assert {name: found for name, found in status.items() if found != ("INSTALLED", True)} == {}, (
        "say `make triggers`"
    )


@pytest.mark.django_db
def test_no_trigger_is_installed_that_is_not_declared() -> None:
    assert prunable() == []
