"""Damaged sentences."""
