"""The version of the store's tables; kept apart so that opening an up-to-date store imports no migrations."""

VERSION = 4
"""What ``PRAGMA user_version`` says in a store this program writes."""
