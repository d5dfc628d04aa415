"""The frame around every page: rail, top bar, key line, and what opens over it."""
