"""Packages that a learning management system takes in; they report completion and nothing else."""

from .packages import FORMATS, Site, package

__all__ = ["FORMATS", "Site", "package"]
