"""The same memory model for many cards at once, on arrays."""
