"""What Python says of a module that is counted."""


def ahead(done, total, minutes_left=0, way=""):
    """Give the way that is ahead of the learner, as ``Desk.progress`` does."""
    return {"way": way, "done": done, "total": total, "minutes_left": minutes_left}
