"""A table as an agency has it: its cells, its header, its columns, its phases."""
