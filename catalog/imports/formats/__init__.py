"""What a file holds, as plain data of records: one Document for each film. Reading never fails for what the file holds."""
