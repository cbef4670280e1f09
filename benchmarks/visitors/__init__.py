"""Two hundred people on a complete installation for minutes: what their pages take, whether memory grows, how many connections there are."""
