"""Facts and rules of a public hearing, made of the standard library only."""
