"""What would make a card a poor one to learn from: a rule per file, told apart by its code."""
