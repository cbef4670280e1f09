"""The pages of the mailing list."""
