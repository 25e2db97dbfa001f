"""A zip file that is the same whenever and wherever it is made."""

import io
import zipfile
from collections.abc import Mapping

__all__ = ["zipped"]

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first date that a zip file can say


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Put files into a zip file, the manifest first.

    Parameters
    ----------
    files : mapping of str to bytes
        Names with ``/`` between folders.

    Examples
    --------
    >>> zipped({"a.txt": b"x"}) == zipped({"a.txt": b"x"})
    True
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files, key=lambda each: (not each.endswith(".xml"), each)):
            about = zipfile.ZipInfo(name, LONG_AGO)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.external_attr = 0o644 << 16
            archive.writestr(about, files[name])
    return made.getvalue()
