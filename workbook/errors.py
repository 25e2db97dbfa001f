"""The errors that people see: what happened, what is safe, what to do next."""

from collections.abc import Iterator
from contextlib import contextmanager

from .words import word

__all__ = ["ContentError", "JournalError", "PackageError", "WorkbookError", "packages_named"]


class WorkbookError(Exception):
    """A plain sentence for a person, never a traceback.

    Parameters
    ----------
    message : str
        What happened and what to do next, in one or two sentences.

    Examples
    --------
    >>> str(WorkbookError("There is no exercise 01/nothing. Look in modules/exercises."))
    'There is no exercise 01/nothing. Look in modules/exercises.'
    """


class ContentError(WorkbookError):
    """A course file that cannot be read, with the file and the line.

    Parameters
    ----------
    file : str or os.PathLike
        The file, as the author would name it.
    line : int
        1-based line number; 0 when the whole file is meant.
    message : str
        What is the matter and what to do.

    Examples
    --------
    >>> str(ContentError("who.md", 15, "'kept' is not a heading. Write '## kept' or fix the link."))
    "who.md, line 15: 'kept' is not a heading. Write '## kept' or fix the link."
    """

    def __init__(self, file, line, message):
        self.file, self.line, self.message = str(file), line, message
        name = "in_line" if line else "in_file"
        super().__init__(word("trouble", name, file=self.file, line=line, message=message))


class JournalError(WorkbookError):
    """The journal could not be read or written; the message says what is safe.

    Examples
    --------
    >>> raise JournalError("The folder is read-only.")
    Traceback (most recent call last):
    ...
    workbook.errors.JournalError: The folder is read-only.
    """


class PackageError(WorkbookError):
    """A package that this Python has not: in a browser it may have come without it.

    Examples
    --------
    >>> isinstance(PackageError("It needs numpy."), WorkbookError)
    True
    """


@contextmanager
def packages_named() -> Iterator[None]:
    """Say in a sentence which package is not there.

    Raises
    ------
    PackageError
        In place of the error of an import; one of a part of the workbook stays what it is.

    Examples
    --------
    >>> with packages_named():  # doctest: +ELLIPSIS
    ...     import numpy_of_tomorrow
    Traceback (most recent call last):
    ...
    workbook.errors.PackageError: It needs numpy_of_tomorrow, which Python does not have here. ...
    """
    try:
        yield
    except ModuleNotFoundError as error:
        name = (error.name or "").partition(".")[0]
        if name in ("", "workbook"):
            raise
        raise PackageError(word("trouble", "no_package", name=name)) from error
