"""Which names are vectors and matrices, and how large, by their uses and by what words say."""
