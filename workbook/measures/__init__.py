"""Numbers in, numbers out: nothing here knows of exercises, people or pages."""
