"""Not in apps.py, where Django would take this configuration for that of the app `office`."""

from django.contrib.admin.apps import AdminConfig


class OfficeAdminConfig(AdminConfig):
    """Django's admin, with our site instead of the default one."""

    default_site = "office.site.site.OfficeSite"
