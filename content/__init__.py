"""What is learned: cards, how answers are graded, how sets come in and go out. Pure."""
