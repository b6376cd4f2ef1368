"""Checkers that compare figures with what an office knows."""
