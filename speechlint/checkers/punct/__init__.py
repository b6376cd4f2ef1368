"""Punctuation by GB/T 15834."""
