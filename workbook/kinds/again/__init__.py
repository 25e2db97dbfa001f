"""A few questions, some of them taken up again from earlier exercises."""
