"""Anki packages, .apkg and .colpkg, in the three ways in which Anki has written them."""
