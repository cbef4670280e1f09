"""The whole life of orders, played at random: a plain ledger (journal), the rules of the game by subject, and what must agree."""
