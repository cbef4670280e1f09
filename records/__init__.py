"""Records written as YAML: films, price lists, venues. They are read with their line numbers, checked, and loaded into the tables."""
