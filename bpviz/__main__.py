"""The program's start: ``python -m bpviz`` and the command ``bpviz``."""

import sys

from bpviz.app.main import main

if __name__ == "__main__":
    sys.exit(main())
