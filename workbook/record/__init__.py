"""Where a learner's answers meet the exercises they answer: what is done, and copies to read."""
