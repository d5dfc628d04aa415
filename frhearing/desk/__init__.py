"""What a clerk can do, one plain function each; the same desk serves the window and the command line."""
