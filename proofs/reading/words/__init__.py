"""The words around a formula: whether it is given, wanted, denied, a case or a claim."""
