"""Checkers of numbering. All read `views.outline`, which tells every fault once."""
