"""Adds to the scene of tests/survival what its people do not need: all films of the samples, and people of the office. Prints these."""

from __future__ import annotations

import sys

from django.contrib.auth.hashers import make_password

from config.environment import ROOT
from tests.survival.people import PASSWORD
from tests.survival.scene import person  # sets Django up


def main(number: int) -> None:
    from catalog.exchange.load import load_catalogue

    password = make_password(PASSWORD)
    for each in range(number):
        somebody = person(f"office{each}@distributor.example", password)
        somebody.is_staff = somebody.is_superuser = True
        somebody.save()
        print(somebody.email)
    load_catalogue(folder=ROOT / "demo" / "data")


if __name__ == "__main__":
    main(int(sys.argv[1]))
