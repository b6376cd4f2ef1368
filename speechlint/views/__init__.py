"""What rules look at: made once, lazily, and shared."""
