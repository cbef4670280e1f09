"""What other programs fetch: records of films, feeds, harvesting."""
