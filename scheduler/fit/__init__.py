"""Fitting the memory model to a log, and the gate that a fit must pass before it counts."""
