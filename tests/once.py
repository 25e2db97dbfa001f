"""What costs much to make and is only read: made once for all processes of a run."""

import os
from pathlib import Path

from workbook.journal.lock import locked


def made_once(tmp_path_factory, name, make):
    """Give a folder that the first process to ask for it has made.

    Parameters
    ----------
    tmp_path_factory : pytest.TempPathFactory
    name : str
        One name for one thing.
    make : callable
        Takes the path of the folder, which is there and empty.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = Path(shared, "once", name)
    folder.parent.mkdir(exist_ok=True)
    done = folder.with_suffix(".done")
    with locked(folder):
        if not done.exists():
            folder.mkdir(exist_ok=True)
            make(folder)
            done.touch()
    return folder
