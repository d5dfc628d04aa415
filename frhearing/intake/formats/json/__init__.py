"""Exports in JSON."""
