"""The built wheel, not only the checkout: it holds exactly what works offline, and works from anywhere.

Building goes through the source distribution, so that a wheel shows the source distribution to be whole too.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import strokekit
from strokekit import resources

ROOT = Path(__file__).parents[2]
VERSION = strokekit.__version__
KINDS: tuple[resources.Kind, ...] = ("schemas", "routines", "codes", "notices")
ARTICLE = "upper-lower-back.routine.yaml"

pytestmark = pytest.mark.xdist_group("wheel")  # one process builds, for all tests here


def _python(*arguments: str, cwd: Path, path: Path | None = None, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run this Python; modules under `path` win over those installed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= {"PYTHONPATH": str(path)} if path else {}
    environment |= {"PYTHONUTF8": "1"}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environment, input=stdin, capture_output=True, encoding="utf-8", check=False, timeout=300
    )


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution and the wheel made of it."""
    folder = tmp_path_factory.mktemp("dist")
    built = _python("-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT), cwd=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(dist: Path) -> Path:
    """The wheel."""
    return dist / f"strokekit-{VERSION}-py3-none-any.whl"


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel installed in it and nothing else; what it depends on comes from this environment."""
    folder = tmp_path_factory.mktemp("installed")
    options = ("--no-deps", "--no-index", "--no-compile", "--disable-pip-version-check", "--target", str(folder))
    result = _python("-m", "pip", "install", *options, str(wheel), cwd=folder)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder


def _files(folder: Path) -> set[str]:
    """Name the files below a folder, without what Python leaves behind."""
    return {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_what_works_offline_and_nothing_else(wheel: Path) -> None:
    """The package with its type marker, schemas, the article's routine, code pages, notices, metadata: exactly these."""
    info = f"strokekit-{VERSION}.dist-info"
    package = {f"strokekit/{name}" for name in _files(ROOT / "src" / "strokekit")}
    data = {f"strokekit/_data/{kind}/{name}" for kind in KINDS if kind != "notices" for name in resources.names(kind)}
    metadata = {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE", "licenses/NOTICE"}

    held = set(zipfile.ZipFile(wheel).namelist())

    assert held == package | data | {"strokekit/_data/NOTICE"} | {f"{info}/{name}" for name in metadata}
    assert {"strokekit/py.typed", f"strokekit/_data/routines/{ARTICLE}"} <= held


def test_the_source_distribution_holds_what_the_tests_need(dist: Path) -> None:
    """Sources, tests, documents, examples and the CI's script are all there; nothing lies beside them."""
    with tarfile.open(dist / f"strokekit-{VERSION}.tar.gz") as archive:
        top = {name.split("/")[1] for name in archive.getnames()}

    folders = {".ci", "docs", "examples", "schemas", "src", "tests"}
    hooks = {".pre-commit-hooks.yaml", "action.yml"}
    assert top == folders | hooks | {".gitignore", "CHANGELOG.md", "LICENSE", "NOTICE", "PKG-INFO", "README.md", "pyproject.toml"}


def test_the_installed_wheel_says_its_version(installed: Path, tmp_path: Path) -> None:
    """`python -m strokekit --version` runs from the wheel, and its version is the one of the sources."""
    result = _python("-m", "strokekit", "--version", cwd=tmp_path, path=installed)

    assert (result.stdout, result.stderr, result.returncode) == (f"strokekit {VERSION}\n", "", 0)


def test_the_installed_wheel_has_the_same_texts(installed: Path, tmp_path: Path) -> None:
    """`strokekit.resources` reads from the wheel what it reads from the checkout, name by name."""
    everything = f"{{kind: {{name: r.read_text(kind, name) for name in r.names(kind)}} for kind in {KINDS}}}"

    result = _python("-c", f"import strokekit.resources as r; print({everything})", cwd=tmp_path, path=installed)

    expected = {kind: {name: resources.read_text(kind, name) for name in resources.names(kind)} for kind in KINDS}
    assert (result.stdout, result.stderr) == (f"{expected}\n", "")


def test_the_installed_wheel_is_the_one_that_is_run(installed: Path, tmp_path: Path) -> None:
    """What these tests run is the wheel's package, not the checkout's."""
    result = _python("-c", "import strokekit.resources as r; print(r.__file__)", cwd=tmp_path, path=installed)

    assert Path(result.stdout.strip()) == installed / "strokekit" / "resources.py"


def test_the_installed_wheel_renders_its_own_article(installed: Path, tmp_path: Path) -> None:
    """From any folder, the wheel renders the article's routine that it ships, with the same words as the checkout."""
    article = (installed / "strokekit/_data/routines" / ARTICLE).read_text(encoding="utf-8")

    from_wheel = _python("-m", "strokekit", "render", "-", cwd=tmp_path, path=installed, stdin=article)
    from_checkout = _python("-m", "strokekit", "render", "-", cwd=tmp_path, path=ROOT / "src", stdin=article)

    assert from_wheel.returncode == 0, from_wheel.stderr
    assert "Traceback" not in from_wheel.stderr
    assert from_wheel.stdout.strip()
    assert (from_wheel.stdout, from_wheel.stderr) == (from_checkout.stdout, from_checkout.stderr)
