"""Print the lowest versions that pyproject.toml allows, as constraints for pip."""

import re
import tomllib
from pathlib import Path

BOUND = re.compile(r"(?P<name>[\w.-]+)>=(?P<version>[\w.]+)(?:,[^;]*)?(?P<marker> *;.*)?$")


def lowest(project: dict) -> list[str]:
    """Give one constraint for each direct dependency; each must have a lower bound."""
    asked = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    found = {line: BOUND.match(line) for line in asked}
    without = [line for line, match in found.items() if not match]
    if without:
        raise SystemExit(f"No lower bound: {', '.join(without)}")
    return [f"{m['name']}=={m['version']}{m['marker'] or ''}" for m in found.values()]


if __name__ == "__main__":
    path = Path(__file__).resolve().parents[1] / "pyproject.toml"
    print("\n".join(lowest(tomllib.loads(path.read_text(encoding="utf-8"))["project"])))
