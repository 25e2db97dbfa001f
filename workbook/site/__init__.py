"""The browser edition: a folder of files that any web server can give out."""

from .build import Plan, build

__all__ = ["Plan", "build"]
