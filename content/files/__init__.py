"""Files that people attach: told by what they hold, checked, and made fit to be shown."""
