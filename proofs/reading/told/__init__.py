"""What a page tells of its names: declarations, definitions, values, orders and properties."""
