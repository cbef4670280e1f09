"""What it takes to run Longtake: its servers and their memory, a rush of visitors, a broker that is killed, the proxy."""
