"""What is true of a hearing while it is held: slips, turns, allotments, order, the clock; standard library only."""
