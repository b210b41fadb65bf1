"""Policies: each turns a memory into the study day on which the card is due again."""
