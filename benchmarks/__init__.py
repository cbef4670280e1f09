"""What Longtake promises of speed and size, measured: `make bench`."""
