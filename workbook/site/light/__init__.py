"""The light edition: pages to read, print and answer on any phone, without Python."""

from .build import LightPlan, build_light

__all__ = ["LightPlan", "build_light"]
