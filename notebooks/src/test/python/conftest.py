"""Shared by the tests of notebooks: where things are, what is missing, and notebooks run once."""
import json
import pathlib
import sys

import nbformat
import pytest
from jupyter_client.kernelspec import KernelSpecManager

ROOT = pathlib.Path(__file__).resolve().parents[4]
sys.path.insert(0, str(ROOT / "binder"))

import run_notebooks  # noqa: E402  (found by the line above)


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def kernel():
    if "alpro" not in KernelSpecManager().find_kernel_specs():
        pytest.skip("the kernelspec alpro is not installed; ./lab test installs it")
    return "alpro"


# Those whose figures README states, and all of them in the order of `./lab run`.
NOTEBOOKS = ["01_pretraining", "02_zero_shot_retrieval", "03_video_qa"]
EVERY = [pathlib.Path(notebook).stem for notebook in run_notebooks.DEFAULT]
SHORT = {"trainClips": 128, "validationClips": 64, "prompterEpochs": 1, "epochs": 1, "testClips": 32, "clipCount": 8,
         "fromNothing": "true",
         "tuneClips": 64, "tuneEpochs": 1, "tuneBatch": 32}


@pytest.fixture(scope="session")
def execute_short(root, kernel):
    """Runs notebooks with little data and returns their entries of results.json."""
    def execute(out, *notebooks):
        paths = [str(root / "notebooks" / name) for name in notebooks]
        declared = {name for path in paths for name in run_notebooks.parameters(nbformat.read(path, as_version=4))}
        settings = [part for name, value in SHORT.items() if name in declared for part in ("--set", f"{name}={value}")]
        code = run_notebooks.main([*paths, "--out", str(out), "--root", str(root), *settings])
        assert code == 0
        return json.loads((out / "results.json").read_text())["notebooks"]
    return execute


@pytest.fixture(scope="session")
def out(tmp_path_factory):
    return tmp_path_factory.mktemp("executed")


@pytest.fixture(scope="session")
def entries(execute_short, out):
    return execute_short(out, *(name + ".ipynb" for name in EVERY))
