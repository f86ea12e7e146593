"""The list of what is inside for other programs: CycloneDX, made of the one that people read."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from cyclonedx.spdx import is_expression, is_supported_id
from packaging.version import Version

from matcher.services.documents.packages import Package, kept_packages

ROOT = Path(__file__).resolve().parents[1]


def write_sbom(bundle: Path, licences: Path, target: Path) -> None:
    """Write a component for each package, with its libraries and the hashes it was installed by.

    Parameters
    ----------
    bundle
        The folder that what is said of libraries begins at.
    licences
        The folder with the list that people read; the program itself is the first in it.
    """
    own, *parts = kept_packages(licences)
    locked = _locked()
    sbom = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": _component(own, bundle) | {"type": "application"}},
        "components": [
            _component(part, bundle) | locked.get((part.name, _comparable(part.version)), {})
            for part in parts
        ],
        "dependencies": [{"ref": own.purl, "dependsOn": sorted(part.purl for part in parts)}],
    }
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(sbom, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _component(package: Package, bundle: Path) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": package.purl,
        "name": package.name,
        "version": package.version,
        "purl": package.purl,
    }
    if package.licence:
        component["licenses"] = [_licence(package.licence)]
    if package.libraries:
        component["components"] = [_file(name, bundle) for name in package.libraries]
    return component


def _licence(said: str) -> dict[str, Any]:
    if is_supported_id(said):
        return {"license": {"id": said}}
    return {"expression": said} if is_expression(said) else {"license": {"name": said}}


def _file(name: str, bundle: Path) -> dict[str, Any]:
    with (bundle / name).open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "type": "file",
        "bom-ref": name,
        "name": name,
        "hashes": [{"alg": "SHA-256", "content": digest}],
    }


def _locked() -> dict[tuple[str, str], dict[str, Any]]:
    """Return where each locked package can be had, with the hashes of its files."""
    command = [
        *(sys.executable, "-m", "cyclonedx_py", "requirements", "requirements/dev.txt"),
        *("--of", "JSON", "--output-reproducible", "--output-file", "-"),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return {
        (part["name"], _comparable(part["version"])): {
            "externalReferences": part["externalReferences"]
        }
        for part in json.loads(done.stdout)["components"]
    }


def _comparable(version: str) -> str:
    """Return a version as the lock writes it: 1.006 is 1.6 there; Debian's stay as they are."""
    try:
        return str(Version(version))
    except ValueError:
        return version
