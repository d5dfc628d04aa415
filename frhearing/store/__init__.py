"""The store: one SQLite file with every hearing of an office."""
