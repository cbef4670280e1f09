"""The sheet of a screening to print, and the code that people show at the door."""
