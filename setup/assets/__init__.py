"""What of other people's style sheets, icons and fonts the pages need, made from what npm laid down."""
