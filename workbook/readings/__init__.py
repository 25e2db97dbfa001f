"""What a learner's own data say, in sentences and numbers; nothing here draws a picture."""
