"""The desk of a council clerk at a public hearing: record comments, tag positions, print the summary."""

__version__ = "0.1.0"
