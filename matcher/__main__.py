"""``python -m matcher``: the commands that need no screen."""

import sys

from matcher.cli import main

if __name__ == "__main__":
    sys.exit(main())
