"""The memory of a kernel after a whole module, against one that only has the same imports."""

import json
import os
import statistics
import subprocess
import tempfile
from pathlib import Path
from unittest.mock import patch

import psutil
from jupyter_client.manager import start_new_kernel

from benchmarks.table import row
from workbook.unpack import unpack

RUNS = 3
MODULE = "01_colonial_roots.ipynb"
SETTLE = "import gc, sys; _ = gc.collect()"
NAMES = "import json, sys; print(json.dumps(sorted(sys.modules)))"
IMPORT_ALL = """
import contextlib, importlib, warnings
warnings.simplefilter("ignore")
for name in {names}:
    with contextlib.suppress(Exception):
        importlib.import_module(name)
"""


def measure() -> list[dict]:
    """Return rows for both kernels in MB and for their ratio; medians of three runs in turns."""
    full, bare, nothing = [], [], []
    with tempfile.TemporaryDirectory() as scratch:
        folder = unpack(Path(scratch) / "course") / "modules"
        cells = _code(folder / MODULE)
        with patch.dict(os.environ, {"WORKBOOK_JOURNAL": f"{scratch}/journal.jsonl"}):
            for _ in range(RUNS):
                memory, printed = _kernel(folder, [*cells, NAMES])
                full.append(memory)
                names = json.loads(printed.splitlines()[-1])
                bare.append(_kernel(folder, [IMPORT_ALL.format(names=names)])[0])
                nothing.append(_kernel(folder, [])[0])
    module, imports, empty = (statistics.median(found) for found in (full, bare, nothing))
    return [
        row("kernel that has run nothing", empty, unit="MB"),
        row("kernel with the imports of module 01", imports, unit="MB"),
        row("kernel after all of module 01", module, unit="MB"),
        row("kernel after all of module 01 against the same imports", module / imports, 1.15),
    ]


def _code(path: Path) -> list[str]:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


def _kernel(folder: Path, cells: list[str]) -> tuple[float, str]:
    """Run cells in a new kernel; give its memory in MB and what the last cell printed."""
    manager, client = start_new_kernel(cwd=str(folder), stderr=subprocess.DEVNULL)
    printed = []

    def keep(message):
        if message["msg_type"] == "stream":
            printed.append(message["content"]["text"])

    try:
        for source in [*cells, SETTLE]:
            reply = client.execute_interactive(source, timeout=120, output_hook=keep)
            if reply["content"]["status"] != "ok":
                raise RuntimeError(f"a cell failed: {source}: {reply['content'].get('evalue')}")
        pid = client.execute_interactive(
            "", timeout=120, user_expressions={"pid": "__import__('os').getpid()"}
        )["content"]["user_expressions"]["pid"]["data"]["text/plain"]
        return psutil.Process(int(pid)).memory_info().rss / 2**20, "".join(printed)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
