"""Wheels for Python in the browser, made from what is installed here; nothing is fetched."""

import hashlib
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import Distribution, distribution
from pathlib import Path
from types import MappingProxyType

from ..content.library import PACKAGE, Library, packaged_course
from ..content.ready import LAID, recording, written
from ..words import READY, whole_language

__all__ = ["OURS", "course_wheel", "pure_wheel"]

OURS = "sswp-workbook"
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first date that a zip file can say: the same bytes each time
PARTS = ("modules", "datasets")
LEFT_OUT = {"__pycache__", "labextension", ".ipynb_checkpoints", "my-work"}
COMPILED = {".so", ".pyd", ".dylib", ".pyc"}
ABOUT = "Wheel-Version: 1.0\nGenerator: workbook site\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def course_wheel(folder: Path) -> Path:
    """Write the wheel of this package, with the course in it.

    Parameters
    ----------
    folder : pathlib.Path
        Where to.

    Returns
    -------
    pathlib.Path
        The wheel: the same bytes from a checkout and from an installed package.

    Examples
    --------
    >>> import tempfile
    >>> course_wheel(Path(tempfile.mkdtemp())).name.startswith("sswp_workbook-")
    True
    """
    files = {f"workbook/{name}": path for name, path in _below(PACKAGE)
             if not name.startswith("course/")}  # fmt: skip
    for part in PARTS:
        below = _below(packaged_course() / part)
        files |= {f"workbook/course/{part}/{name}": path for name, path in below}
    made = _wheel(folder, distribution(OURS), files, dict(_ready(files)))
    # The name tells it apart from an earlier one, which a browser may have kept.
    build = f"0{hashlib.sha256(made.read_bytes()).hexdigest()[:8]}"
    return made.rename(made.with_name(made.name.replace("-py3", f"-{build}-py3")))


def _ready(names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Give what Python in a browser would be slow to read: the words and the documents."""
    for language in sorted({n.split("/")[2] for n in names if n.startswith("workbook/words/")}):
        yield f"workbook/words/{language}/{READY}", whole_language(language).encode()
    library = Library(packaged_course())
    with recording() as found:
        library.modules()
        for name in library.exercise_ids():
            library.exercise(name)
    yield f"workbook/content/{LAID}", written(found)


def pure_wheel(name: str, folder: Path) -> Path:
    """Write the wheel of an installed package, without what was compiled for this machine.

    Parameters
    ----------
    name : str
        Of a package that works without its compiled part.
    folder : pathlib.Path
        Where to.

    Raises
    ------
    importlib.metadata.PackageNotFoundError
        When it is not installed here.

    Examples
    --------
    >>> import tempfile
    >>> pure_wheel("mistune", Path(tempfile.mkdtemp())).name.endswith("-py3-none-any.whl")
    True
    """
    found = distribution(name)
    files = {}
    for path in found.files or ():
        within = path.parts[0] not in ("..", "/") and not LEFT_OUT & set(path.parts)
        about = ".dist-info" in path.parts[0]
        if within and not about and path.suffix not in COMPILED:
            files[path.as_posix()] = Path(str(path.locate()))
    return _wheel(folder, found, files)


def _below(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        within = path.relative_to(folder)
        if path.is_file() and not LEFT_OUT & set(within.parts) and path.suffix not in COMPILED:
            yield within.as_posix(), path


def _wheel(
    folder: Path,
    about: Distribution,
    files: dict[str, Path],
    more: Mapping[str, bytes] = MappingProxyType({}),
) -> Path:
    stem = f"{about.metadata['Name'].replace('-', '_')}-{about.version}"
    info = f"{stem}.dist-info"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{stem}-py3-none-any.whl"
    made = {name: path.read_bytes() for name, path in sorted(files.items())} | dict(more)
    made[f"{info}/METADATA"] = (about.read_text("METADATA") or "").encode()
    made[f"{info}/WHEEL"] = ABOUT.encode()
    made[f"{info}/RECORD"] = "".join(f"{name},,\n" for name in (*made, f"{info}/RECORD")).encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in made.items():
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return target
