"""What a clerk does while a hearing is held: one function each, one transaction each, the same for every door."""
