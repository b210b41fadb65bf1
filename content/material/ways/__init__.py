"""The ways in which material suggests cards, one file each."""
