"""What a mark report costs: `python -m tests.bench.report_cost`, as ratios to starting Python and importing typst.

Each line is the median of fresh processes, so every render is a first one, as after a cold start. CPU seconds vary
between machines; the ratios much less.
"""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Final

from tests.support.reports import a_report

ROOT: Final = Path(__file__).parents[2]
ROUNDS: Final = 5
SIZES: Final = (25, 300, 1000)
PRINT: Final = """
import json, os, sys
from printing import render
model = json.load(sys.stdin)
pdf = render(model).pdf if model else b""
spent = os.times()
print(spent.user + spent.system, len(pdf))
"""


def cost(rows: int) -> tuple[float, int]:
    """CPU seconds of a process that prints this many rows (0: only imports), and the bytes of its PDF."""
    model = a_report([f"CANDIDATE Number{n}" for n in range(rows)]) if rows else None
    runs = [
        subprocess.run(  # our own program
            [sys.executable, "-c", PRINT],
            env=os.environ | {"PYTHONPATH": str(ROOT / "functions/renderer")},
            input=json.dumps(model),
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for _ in range(ROUNDS)
    ]
    return statistics.median(float(seconds) for seconds, _ in runs), int(runs[0][1])


def main() -> None:
    """Print the table."""
    base, _ = cost(0)
    print(f"{'rows':>12} {'CPU s':>8} {'x import':>9} {'bytes':>10}")  # noqa: T201
    print(f"{'import only':>12} {base:8.2f} {1:9.1f} {0:10,}")  # noqa: T201
    for rows in SIZES:
        seconds, size = cost(rows)
        print(f"{rows:12,} {seconds:8.2f} {seconds / base:9.1f} {size:10,}")  # noqa: T201


if __name__ == "__main__":
    main()
