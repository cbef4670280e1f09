"""One backup: the database and the uploaded files as of one moment, with a list by which it can be checked."""
