"""What the comments of a hearing have in common: figures, and later form letters."""
