"""A package, so that two test files may share a name in different rooms."""
