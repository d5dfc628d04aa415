"""Lists of rows that never hold more than what is looked at: pages of rows behind a list of ids."""
