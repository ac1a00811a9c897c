"""The policies that come with the package, ready to use, by their id."""

from collections.abc import Mapping
from pathlib import Path


def ready_policies() -> Mapping[str, Path]:
    """The path of every ready policy's YAML file, by the policy's id, in the order of the ids.

    A policy's scenarios stand in `scenarios/<id>.yaml` beside it.
    """
    return {path.stem: path for path in sorted(_folder().glob("*.yaml"))}


def _folder() -> Path:
    # In a wheel the policies lie inside the package; in a source checkout they lie beside it.
    package = Path(__file__).resolve().parent
    candidates = (package / "policies", package.parent / "policies")
    return next((folder for folder in candidates if folder.is_dir()), candidates[0])
