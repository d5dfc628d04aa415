"""The hall screen on the second display. What it is given holds no private field, by type."""
