"""What other packages load and nothing here asks for: whoever imports this leaves it out.

JupyterLab and Altair load jsonschema and ask it for no international web address. To make its 38
grammars for them takes most of a second of a start, and of a page's first chart; without them
jsonschema checks everything else. Where jsonschema is there already, nothing is left out.
"""

import sys

__all__ = ["GRAMMARS"]

GRAMMARS = "rfc3987_syntax"

if "jsonschema" not in sys.modules:
    sys.modules.setdefault(GRAMMARS, None)  # type: ignore[arg-type]
