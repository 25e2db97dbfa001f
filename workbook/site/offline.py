"""A service worker that keeps the whole site in the browser, for use without a network."""

import hashlib
import json
from pathlib import Path

__all__ = ["add_offline", "write_worker"]

WORKER, LITE = "service-worker.js", "jupyterlite-worker.js"
SCRIPT = Path(__file__).with_name("service_worker.js")
TAIL = f"\nimportScripts('./{LITE}');\n"
# What no page asks for.
UNUSED = ("rspack.config", "package.json", "jupyterlite.schema", WORKER)


def add_offline(folder: Path) -> dict[str, str]:
    """Put our worker before that of JupyterLite, with the list of the files it keeps.

    Parameters
    ----------
    folder : pathlib.Path
        The site, with all else in place.

    Returns
    -------
    dict
        The name of each file and the first 16 digits of its SHA-256.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "service-worker.js").write_text("")
    >>> _ = (folder / "index.html").write_text("Here.")
    >>> list(add_offline(folder))
    ['index.html', 'jupyterlite-worker.js']
    """
    (folder / WORKER).rename(folder / LITE)
    return write_worker(folder, TAIL)


def write_worker(folder: Path, tail: str = "") -> dict[str, str]:
    """Write our worker with the list of the files that it keeps.

    Parameters
    ----------
    folder : pathlib.Path
        The site, with all else in place.
    tail : str
        What the worker runs besides.

    Examples
    --------
    >>> import tempfile
    >>> write_worker(Path(tempfile.mkdtemp()))
    {}
    """
    files = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith((".", *UNUSED)):
            digest = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
            files[path.relative_to(folder).as_posix()] = digest
    known = f"const FILES = {json.dumps(files, indent=0)};\n"
    (folder / WORKER).write_text(
        known + SCRIPT.read_text(encoding="utf-8") + tail, encoding="utf-8"
    )
    return files
