"""Where answers lie: who can read them and how long they stay, as far as variables tell."""

import os
import sys
from collections.abc import Mapping
from pathlib import PurePath

from workbook.errors import JournalError
from workbook.words import word

__all__ = ["learner_folder", "place", "sync_service"]

DRIVE = "drive"  # where the browser edition keeps what is to stay
# Variables that a service sets for every program on it; Binder is a hub too, so it is first.
_TEMPORARY: tuple[str, ...] = (
    "BINDER_SERVICE_HOST",
    "BINDER_LAUNCH_HOST",
    "BINDER_REPO_URL",
    "BINDER_REF_URL",
)
_TEMPORARY += ("BINDER_REQUEST", "COLAB_RELEASE_TAG", "COLAB_GPU", "KAGGLE_KERNEL_RUN_TYPE")
_ORGANIZATION: tuple[str, ...] = ("JUPYTERHUB_API_URL", "JUPYTERHUB_API_TOKEN", "JUPYTERHUB_USER")
_ORGANIZATION += ("JUPYTERHUB_SERVICE_PREFIX", "JUPYTERHUB_HOST", "JUPYTERHUB_CLIENT_ID")
# Names of folders that a service copies to its own servers.
_SYNCED = {
    "Dropbox": ("dropbox",),
    "OneDrive": ("onedrive", "skydrive"),
    "Google Drive": ("google drive", "googledrive", "my drive"),
    "iCloud": ("icloud", "com~apple~clouddocs", "mobile documents"),
    "Nextcloud": ("nextcloud",),
    "ownCloud": ("owncloud",),
    "Box": ("box", "box sync"),
    "MEGA": ("mega", "megasync"),
    "pCloud": ("pcloud", "pclouddrive"),
    "Syncthing": ("syncthing",),
}


def place(environ: Mapping[str, str] | None = None, platform: str = "") -> str:
    """Tell where the answers of this program lie.

    Parameters
    ----------
    environ : mapping, optional
        The variables of the surroundings; those of this program unless given.
    platform : str, optional
        The system, as ``sys.platform`` names it.

    Returns
    -------
    str
        ``browser`` (nothing installed: the answers are in the browser's own storage),
        ``temporary`` (Binder and the like: gone when it stops), ``organization`` (a hub: its
        administrators can read them) or ``computer``.

    Examples
    --------
    >>> place({}, "linux"), place({"JUPYTERHUB_USER": "jo"}, "linux"), place({}, "emscripten")
    ('computer', 'organization', 'browser')
    >>> place({"JUPYTERHUB_USER": "jo", "BINDER_LAUNCH_HOST": "https://mybinder.org/"}, "linux")
    'temporary'
    """
    environ = os.environ if environ is None else environ
    if (platform or sys.platform) == "emscripten":
        return "browser"
    for name, variables in (("temporary", _TEMPORARY), ("organization", _ORGANIZATION)):
        if any(environ.get(variable) for variable in variables):
            return name
    return "computer"


def learner_folder(notebooks: PurePath, platform: str = "") -> PurePath:
    """Give the folder in which a learner's answers lie where there is no course around them.

    Parameters
    ----------
    notebooks : pathlib.PurePath
        The folder of the notebook that runs.
    platform : str, optional
        The system, as ``sys.platform`` names it.

    Raises
    ------
    JournalError
        In a browser that gives its Python no drive: what is written there goes with the page.

    Examples
    --------
    >>> from pathlib import PurePosixPath
    >>> learner_folder(PurePosixPath("/drive/modules"), "emscripten")
    PurePosixPath('/drive')
    >>> learner_folder(PurePosixPath("/elsewhere"), "emscripten")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    workbook.errors.JournalError: This window lets nothing be kept...
    """
    if (platform or sys.platform) == "emscripten" and DRIVE not in notebooks.parts[1:2]:
        raise JournalError(word("journal", "no_drive"))
    return notebooks.parent if notebooks.name == "modules" else notebooks


def sync_service(path: PurePath) -> str:
    """Name the service that copies a file to its servers; empty if its folders do not say so.

    Examples
    --------
    >>> from pathlib import PurePosixPath
    >>> sync_service(PurePosixPath("/Users/jo/OneDrive - Agency/course/my-work/journal.jsonl"))
    'OneDrive'
    >>> sync_service(PurePosixPath("/Users/jo/course/my-work/journal.jsonl"))
    ''
    """
    folders = [part.lower() for part in path.parts[:-1]]
    for service, names in _SYNCED.items():
        for folder in folders:
            if any(folder == name or folder.startswith((f"{name} ", f"{name}-")) for name in names):
                return service
    return ""
