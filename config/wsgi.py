"""The WSGI application that `python -m config.serve` serves. It starts no servers and never shows debugging pages."""

import os

import django

from config.entry import enter

enter("web")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup(set_prefix=False)

from config.web.request import Handler  # noqa: E402 - Django has to be set up first

application = Handler()
