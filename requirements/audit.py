"""Ask whether faults are known of what is locked: pip-audit for PyPI, npm audit for npm.

    python requirements/audit.py [--strict]

Exit code 1 where a fault is known. What could not be asked (no network, a mirror without
the service) is said, with the reason; with --strict that is 1 too.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("build", "runtime", "dev", "audit")
NPM = ("editors/vscode", "editors/vscode/test", "editors/page")


def python(lock: str) -> tuple[list[str], list[str], int]:
    """Return the faults known of a lock file's packages, what could not be asked, and how many were."""
    command = [
        sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip", "--progress-spinner", "off",
        "--format", "json", "--requirement", str(ROOT / "requirements" / f"{lock}.txt"),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        found = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        told = [line for line in done.stderr.strip().splitlines() if line.strip()]
        return [], [told[-1] if told else f"pip-audit ended with {done.returncode}"], 0
    faults = [f"{d['name']} {d['version']}: {v['id']}" for d in found for v in d.get("vulns", ())]
    skipped = [d for d in found if d.get("skip_reason")]
    reasons = [f"{len(skipped)} packages: {skipped[0]['skip_reason']}, …"] if skipped else []
    return faults, reasons, len(found) - len(skipped)


def npm(folder: str) -> tuple[list[str], list[str], int]:
    """Return the faults known of an npm lock file's packages, what could not be asked, and how many were."""
    command = ["npm", "audit", "--package-lock-only", "--json"]
    try:
        done = subprocess.run(
            command, cwd=ROOT / folder, capture_output=True, text=True, check=False
        )
        table = json.loads(done.stdout)
    except FileNotFoundError:
        return [], ["npm is not installed"], 0
    except ValueError:
        return [], [done.stderr.strip()[:200] or f"npm audit ended with {done.returncode}"], 0
    if "error" in table or "vulnerabilities" not in table:
        return [], [str(table.get("error", {}).get("summary") or table.get("message"))], 0
    faults = [f"{name}: {fault['severity']}" for name, fault in table["vulnerabilities"].items()]
    return faults, [], table["metadata"]["dependencies"]["total"]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--strict", action="store_true", help="what could not be asked is a failure"
    )
    strict = parser.parse_args().strict
    failed = unasked = False
    for name, (faults, reasons, asked) in [
        *((f"requirements/{lock}.txt", python(lock)) for lock in LOCKS),
        *((f"{folder}/package-lock.json", npm(folder)) for folder in NPM),
    ]:
        print(f"{name}: {asked} packages asked about, {len(faults)} known faults")
        for fault in faults:
            print(f"  FAULT {fault}")
        for reason in reasons:
            print(f"  NOT ASKED {reason}")
        failed, unasked = failed or bool(faults), unasked or bool(reasons)
    if unasked:
        print(
            "Not everything could be asked: this is no clean bill. Run it where the services can be reached."
        )
    return int(failed or (strict and unasked))


if __name__ == "__main__":
    sys.exit(main())
