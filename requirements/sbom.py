"""Write a bill of materials in CycloneDX: what is locked for run time, with sums and licences.

    python requirements/sbom.py dist/speechlint.cdx.json

Needs cyclonedx-bom (audit.txt). The same bytes from run to run.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from licences import licence, npm

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    out = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "bom.json"
        command = [
            sys.executable, "-W", "ignore", "-m", "cyclonedx_py", "requirements", "requirements/runtime.txt",
            "--pyproject", "pyproject.toml", "--output-reproducible", "--output-format", "JSON", "--output-file", str(made),
        ]  # fmt: skip
        subprocess.run(command, cwd=ROOT, check=True)
        bom = json.loads(made.read_text("utf-8"))
    for part in bom["components"]:
        del part["description"]  # the line of the lock file over again
        if kind := licence(part["name"]):
            part["licenses"] = [
                {"license": {"name": kind}} if " " in kind else {"expression": kind}
            ]
    for name, version, kind, where in npm():
        purl = f"pkg:npm/{name.replace('@', '%40')}@{version}"
        bom["components"].append(
            {"bom-ref": purl, "type": "library", "name": name, "version": version, "purl": purl,
             "licenses": [{"expression": kind}], "description": f"in {where}"}
        )  # fmt: skip
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(bom, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"{out}: {len(bom['components'])} parts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
