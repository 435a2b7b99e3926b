"""Documents by other people: read, judged line by line, explained."""
