"""The eight kinds of card, one file each: its fields, what makes it unfit, how it is graded."""
