"""A bundle made up of a few small files, with its list and signature."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from matcher.release.manifest import SBOM, write_manifest

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC_KEY = KEY.public_key().public_bytes_raw()


def make_bundle(folder: Path) -> Path:
    """Make it in a folder of its own and return that."""
    bundle = folder / "Rapport"
    for path, content in (
        ("Rapport", "program"),
        ("_internal/part.so", "part"),
        (SBOM, "{}"),
    ):
        (bundle / path).parent.mkdir(parents=True, exist_ok=True)
        (bundle / path).write_text(content)
    (bundle / "_internal" / "link.so").symlink_to("part.so")
    write_manifest(bundle, "1.2.3", KEY)
    return bundle
