"""The WSGI application, which `python -m config.serve` serves. It starts no servers and never shows debugging pages."""

import os

from django.core.wsgi import get_wsgi_application

from config.entry import enter

enter("web")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
