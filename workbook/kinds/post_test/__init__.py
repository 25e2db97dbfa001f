"""Questions after a course, of which a share is to fit; no name, and as many tries as you like."""
