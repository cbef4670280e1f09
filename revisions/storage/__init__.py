"""Where kept pages are stored: in the cache, and in the memory of each process."""
