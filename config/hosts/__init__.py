"""What an installation on several hosts may add: Sentinels that watch Valkey, a replica of the database (docs/operations.md, Growth)."""
