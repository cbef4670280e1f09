"""What the trade costs: orders, prices, many licences, the office, documents."""
