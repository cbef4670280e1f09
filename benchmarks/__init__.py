"""What Longtake promises about speed and size, measured: `make bench`."""
