"""What opens over the window and asks."""
