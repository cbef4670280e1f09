"""What every test may count on."""

from __future__ import annotations

import hypothesis

# A shared machine is sometimes slow, which says nothing about the code.
hypothesis.settings.register_profile("longtake", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("longtake")
