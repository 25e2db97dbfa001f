"""Reading: from what tools and people write to turns."""
