"""What scraping left in a text or took from it."""
