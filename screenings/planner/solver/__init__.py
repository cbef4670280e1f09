"""The solver: the variables of a question, how they are solved, and how the sittings are read from the answer."""
