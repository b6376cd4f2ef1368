"""Checkers of words and names."""
