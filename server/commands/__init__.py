"""The commands of `beklijf`, one file each."""
