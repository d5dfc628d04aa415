"""Saved web pages, and HTML wherever it stands in for text."""
