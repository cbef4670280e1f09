from office import information_admin  # noqa: F401 - it registers what it holds
