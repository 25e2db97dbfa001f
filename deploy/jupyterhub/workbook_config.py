"""JupyterHub for a class: each learner's server opens the course, and idle ones are stopped."""

import os
from pathlib import Path

c = get_config()  # noqa: F821 - JupyterHub gives it to its configuration files

# The script beside this file, or where it was put.
HERE = Path(__file__).resolve().parent
c.Spawner.cmd = [os.environ.get("WORKBOOK_SINGLEUSER", str(HERE / "course-singleuser"))]
c.Spawner.default_url = "/lab"
c.Spawner.http_timeout = 60

# Nobody needs a terminal, a console or a link to another Python to learn.
c.Spawner.args = ["--ServerApp.terminals_enabled=False", "--LabApp.extension_manager=readonly"]

# A learner may stop their own server; administrators cannot open one without being asked to.
c.JupyterHub.admin_access = False
