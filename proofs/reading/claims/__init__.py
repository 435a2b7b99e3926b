"""What a page claims, row by row and sentence by sentence, and under which conditions."""
