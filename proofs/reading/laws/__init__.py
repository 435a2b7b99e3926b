"""Laws and densities: as they are written, as words tell them, and as models and data put them together."""
