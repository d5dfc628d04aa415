"""How the window comes up fast: what is loaded and built before it is first painted, and what after."""
