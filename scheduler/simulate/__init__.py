"""What a plan would cost and give, tried out on simulated learners before anybody starts."""
