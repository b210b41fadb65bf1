"""A set as Beklijf itself writes it: everything, with its media and the history of releases."""
