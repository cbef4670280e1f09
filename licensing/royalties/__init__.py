"""Royalties: what licensors are due of the money received. It reads money and writes none: only statements and what was paid on them."""
