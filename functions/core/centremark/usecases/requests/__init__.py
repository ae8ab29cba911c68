"""Asking colleagues at a centre for marks, and following what they were asked."""
