"""The course as it is, read once for all tests of a process; none may change it."""

from workbook.content.library import Library, packaged_course

COURSE = Library(packaged_course())
