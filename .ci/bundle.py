"""Make dist/Rapport: the frozen program, what is inside it, and the signed list of its files.

    .venv/bin/python .ci/bundle.py

Two of the same sources, packages and key are the same byte for byte. Unless something changed since
the last one, none is made. Each time its files and modules are held against the written lists. Of
the environment these are heeded:

    RAPPORT_SIGNING_KEY
        A file with an Ed25519 key (PEM, without a password). Without it, a key is made for this
        build alone, and its secret half is kept nowhere.
    SOURCE_DATE_EPOCH
        The time that files bear; without it, that of the newest commit of anything that goes in.
    RAPPORT_APPLE_IDENTITY, RAPPORT_WINDOWS_IDENTITY, RAPPORT_WINDOWS_TIMESTAMPS
        Who signs for Apple's `codesign` and Microsoft's `signtool`, and who tells that the time.
    RAPPORT_APPLE_ENTITLEMENTS
        A file with what Apple's system is asked to let the program do.

What is here for macOS and Windows was not run yet.
"""

import argparse
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bundle_contents import contents_faults
from bundle_sbom import write_sbom
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

import matcher
from matcher.release.manifest import places_in, write_manifest
from matcher.release.verifying import fingerprint, verify

ROOT = Path(__file__).resolve().parents[1]

_GOES_IN = (
    *("matcher", "ui", "resources", "build.spec"),
    *(".ci/bundle.py", ".ci/bundle_parts.py", ".ci/bundle_sbom.py", ".ci/icons.py"),
    *("requirements/run.txt", "requirements/dev.txt", "pyproject.toml", "LICENSE"),
)
_CARRIED = ("HOME", "PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")
"""Of the builder's own environment, what programs cannot run without."""


def main() -> int:
    """Make the bundle where there is none of these very sources."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--work", type=Path, default=ROOT / "build")
    options = parser.parse_args()
    bundle, stamp = options.out / "Rapport", options.work / "bundle-made-from"
    key, is_of_one_build = _key()
    made_from = _made_from("" if is_of_one_build else _public(key).hex())
    if bundle.is_dir() and stamp.is_file():
        was_made_from, _, public = stamp.read_text().partition("\n")
        if was_made_from == made_from and not any(
            verify(place, bytes.fromhex(public)).faults for place in _places(options.out)
        ):
            _say(f"{bundle} is of these very sources.")
            return _hold_against_lists(bundle)
    stamp.unlink(missing_ok=True)
    environment = _environment(key, is_of_one_build=is_of_one_build)
    if sys.platform in {"darwin", "win32"}:
        subprocess.run([sys.executable, ".ci/icons.py"], cwd=ROOT, check=True)
    _freeze(options.out, options.work, environment)
    if sys.platform == "linux":
        _forget_builder(bundle)
    _sign_for_windows(bundle)
    count = _write_lists(bundle, "_internal", key)
    if sys.platform == "darwin":
        app = options.out / "Rapport.app"
        _write_lists(app / "Contents", "Frameworks", key)
        _seal_for_apple(app)
    if any(verify(place, _public(key)).faults for place in _places(options.out)):
        _say("The bundle changed while it was made.")
        return 1
    stamp.write_text(f"{made_from}\n{_public(key).hex()}")
    size = sum((bundle / place).lstat().st_size for place in places_in(bundle)) / 1e6
    _say(f"{bundle}: {count} files, {size:.0f} MB")
    _say(f"signed with the key {fingerprint(_public(key))}")
    if is_of_one_build:
        _say("That key was made for this build alone; RAPPORT_SIGNING_KEY names one that stays.")
    return _hold_against_lists(bundle)


def _hold_against_lists(bundle: Path) -> int:
    """Say what is inside and may not be, and return the code to end with."""
    faults = [*contents_faults(bundle)]
    for fault in faults:
        _say(f"In {bundle} {fault}.")
    return 1 if faults else 0


def _key() -> tuple[Ed25519PrivateKey, bool]:
    """Return what the list is signed with, and whether it is for this build alone."""
    file = os.environ.get("RAPPORT_SIGNING_KEY")
    if not file:
        return Ed25519PrivateKey.generate(), True
    key = load_pem_private_key(Path(file).read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise SystemExit(f"{file} holds no Ed25519 key.")
    return key, False


def _public(key: Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes_raw()


def _made_from(key: str) -> str:
    """Return a digest of all that goes into a bundle."""
    digest = hashlib.sha256(f"{sys.version}{_epoch()}{key}".encode())
    for path in sorted(_sources()):
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _sources() -> Iterator[Path]:
    for name in _GOES_IN:
        path = ROOT / name
        found = path.rglob("*") if path.is_dir() else [path]
        yield from (file for file in found if file.is_file() and "__pycache__" not in file.parts)


def _epoch() -> str:
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return given
    command = ["git", "log", "-1", "--format=%ct", "--", *_GOES_IN]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    # Without a history, the first day that a ZIP file can bear.
    return done.stdout.strip() or "315619200"


def _environment(key: Ed25519PrivateKey, *, is_of_one_build: bool) -> dict[str, str]:
    carried = {name: os.environ[name] for name in _CARRIED if name in os.environ}
    told = {name: value for name, value in os.environ.items() if name.startswith("RAPPORT_")}
    told.pop("RAPPORT_SIGNING_KEY", None)
    return carried | told | {
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": _epoch(),
        "RAPPORT_PUBLIC_KEY": _public(key).hex(),
        "RAPPORT_KEY_OF_ONE_BUILD": str(is_of_one_build),
    }  # fmt: skip


def _freeze(out: Path, work: Path, environment: dict[str, str]) -> None:
    command = [
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"),
        *("--distpath", str(out), "--workpath", str(work), "build.spec"),
    ]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


def _forget_builder(bundle: Path) -> None:
    """Take out of libraries where those of who built them lay: others could put theirs there."""
    for path in sorted(bundle.rglob("*.so*")):
        command = ["patchelf", "--print-rpath", str(path)]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        kept = ":".join(place for place in told.split(":") if place.startswith("$ORIGIN"))
        if kept != told:
            # An empty one would stand for whichever folder the program is started in.
            change = ["--set-rpath", kept] if kept else ["--remove-rpath"]
            subprocess.run(["patchelf", *change, str(path)], check=True)


def _places(out: Path) -> list[Path]:
    """Return the folders that have a list: on macOS the app that people are given is one more."""
    more = [out / "Rapport.app" / "Contents"] if sys.platform == "darwin" else []
    return [out / "Rapport", *more]


def _write_lists(place: Path, inside: str, key: Ed25519PrivateKey) -> int:
    """Write what is inside, then which files there are, signed; return how many."""
    write_sbom(place, inside)
    return write_manifest(place, matcher.__version__, key)


def _seal_for_apple(app: Path) -> None:
    """Sign an app anew, and nothing in it: the lists came in after PyInstaller had signed all."""
    identity = os.environ.get("RAPPORT_APPLE_IDENTITY")
    asked = os.environ.get("RAPPORT_APPLE_ENTITLEMENTS")
    command = ["codesign", "--force", "--sign", identity or "-"]
    command += ["--options", "runtime", "--timestamp"] if identity else []
    command += ["--entitlements", asked] if asked else []
    subprocess.run([*command, str(app)], check=True)


def _sign_for_windows(bundle: Path) -> None:
    """Sign for Windows where there is an identity; for macOS PyInstaller itself does."""
    identity = os.environ.get("RAPPORT_WINDOWS_IDENTITY")
    if sys.platform == "win32" and identity:
        programs = [str(path) for path in sorted(bundle.glob("*.exe"))]
        command = ["signtool", "sign", "/fd", "sha256", "/sha1", identity]
        time = os.environ.get("RAPPORT_WINDOWS_TIMESTAMPS")
        stamped = ["/td", "sha256", "/tr", time] if time else []
        subprocess.run([*command, *stamped, *programs], check=True)
    elif sys.platform == "win32" or (
        sys.platform == "darwin" and not os.environ.get("RAPPORT_APPLE_IDENTITY")
    ):
        _say("Not signed for this system: whoever starts it first is warned.")


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")


if __name__ == "__main__":
    sys.exit(main())
