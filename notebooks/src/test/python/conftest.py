"""Shared by the tests of notebooks: where things are, and what is missing."""
import pathlib
import sys

import pytest
from jupyter_client.kernelspec import KernelSpecManager

ROOT = pathlib.Path(__file__).resolve().parents[4]
sys.path.insert(0, str(ROOT / "binder"))


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def kernel():
    if "alpro" not in KernelSpecManager().find_kernel_specs():
        pytest.skip("the kernelspec alpro is not installed; ./lab test installs it")
    return "alpro"
