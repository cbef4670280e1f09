"""How a good programme is found: tables of places and prices, a bound, and what builds and betters a programme."""
