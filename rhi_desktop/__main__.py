"""Owns the way in: hands the command line to cli and its exit code to the system."""

from __future__ import annotations

import sys

from rhi_desktop import cli


def main() -> int:
    """Run the command that was typed; without one, the app opens."""
    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
