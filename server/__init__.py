"""Beklijf's server: doors, rooms and store above the pure floors `scheduler` and `content`."""
