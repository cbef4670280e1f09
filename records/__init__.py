"""Records written as YAML: films, price lists, venues. Read with their lines, checked, and brought into the tables."""
