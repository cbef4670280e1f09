"""Apart from apps.py, in which Django would take an admin configuration for the office's own."""

from django.contrib.admin.apps import AdminConfig


class OfficeAdminConfig(AdminConfig):
    """Django's admin with our site in the place of its own."""

    default_site = "office.site.site.OfficeSite"
