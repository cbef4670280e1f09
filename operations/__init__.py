"""Running the site: whether everything works, what is still missing, how busy it is, and how it is backed up and restored."""
