"""When a card comes back. Pure: time, seeds and logs are arguments; nothing here reads a clock."""
