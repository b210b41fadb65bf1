"""QTI 2 and 3: items alone, or a package of them."""
