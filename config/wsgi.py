"""The WSGI application that `python -m config.serve` serves. It starts no servers and never shows debugging pages."""

import os

import django

from config.entry import enter

enter("web")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup(set_prefix=False)

from django.conf import settings  # noqa: E402 - Django has to be set up first

from config.web.request import Handler  # noqa: E402 - as above

if settings.TRACES_URL:
    from config.observability.tracing import trace_to

    trace_to(settings.TRACES_URL)

application = Handler()
