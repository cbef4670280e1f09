"""What the pages and records of the catalogue say of prices and terms: the fillings of its extension points."""
