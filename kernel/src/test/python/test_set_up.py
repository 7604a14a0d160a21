"""Into which Python environment ./lab installs, from where, and what."""
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[4]

# The functions of the set-up over a folder of the test's own, with a pip that writes down what it is asked for.
SHELL = """
set -eu
root=$1 state=$1/.lab venv=$1/.lab/venv here=$1
say() { echo "said: $*"; }
fail() { echo "failed: $*"; exit 2; }
. "$2/binder/setup.sh"
. "$2/binder/packages.sh"
pip_install() { echo "pip: $*"; }
python3() { echo "python3: $*"; }
"""


@pytest.fixture
def lab(tmp_path):
    (tmp_path / ".lab").mkdir()
    (tmp_path / "binder").mkdir()
    (tmp_path / "kernel/src/main/python").mkdir(parents=True)
    (tmp_path / "kernel/src/main/python/a.toml").touch()
    for name in ("requirements.txt", "requirements-test.txt"):
        (tmp_path / "binder" / name).write_text("one==1\n")
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("ALPROLAB_", "NB_PYTHON"))}

    def ask(script, **variables):
        done = subprocess.run(["sh", "-c", SHELL + script, "sh", tmp_path, ROOT], capture_output=True, text=True,
                              env={**bare, **variables})
        assert done.stderr == ""
        return done.stdout.strip().splitlines()

    ask.root = tmp_path
    return ask


CHOSEN = 'choose_environment; echo "$venv"'


def test_without_a_word_the_environment_is_one_of_the_labs_own(lab):
    assert lab(CHOSEN) == [str(lab.root / ".lab/venv")]


def test_an_environment_that_is_there_is_used_and_none_is_made(lab):
    assert lab(CHOSEN, ALPROLAB_PYTHON=sys.executable) == [sys.prefix]
    made = lab("choose_environment; make_venv", ALPROLAB_PYTHON=sys.executable)
    assert [line for line in made if line.startswith("python3")] == []
    assert [line.split()[0] for line in made] == ["said:", "pip:", "pip:"]


def test_in_an_image_of_repo2docker_it_is_the_one_that_the_image_starts(lab):
    assert lab(CHOSEN, NB_PYTHON_PREFIX=sys.prefix) == [sys.prefix]
    assert lab(CHOSEN, NB_PYTHON_PREFIX="/nowhere", ALPROLAB_PYTHON=sys.executable) == [sys.prefix]


def test_what_is_no_python_is_refused_in_words(lab):
    assert "is no Python 3.10 or newer; let ALPROLAB_PYTHON name one" in lab(CHOSEN, ALPROLAB_PYTHON="false")[0]


def test_packages_are_asked_for_once_until_they_or_the_environment_change(lab):
    asked = lab("make_venv; make_venv; add_test_tools; add_test_tools")
    assert [line for line in asked if "-r " in line] == [
        f"pip: -r {lab.root}/binder/requirements.txt", f"pip: -r {lab.root}/binder/requirements-test.txt"]
    assert lab("make_venv; add_test_tools") == []
    (lab.root / "binder/requirements-test.txt").write_text("one==2\n")
    assert len(lab("make_venv; add_test_tools")) == 2
    assert len(lab("choose_environment; make_venv", ALPROLAB_PYTHON=sys.executable)) == 3


def test_a_visitor_gets_no_tools_of_the_tests():
    names = [line.split("==")[0] for line in (ROOT / "binder/requirements.txt").read_text().split()]
    tests = [line.split("==")[0] for line in (ROOT / "binder/requirements-test.txt").read_text().split()]
    assert {"jupyterlab", "nbconvert"} <= set(names) and {"pytest", "playwright"} <= set(tests)
    assert not set(names) & set(tests)


def test_gathered_packages_are_copied_once_and_taken_by_maven_and_pip(lab):
    stick = lab.root / "stick"
    (stick / "maven/org").mkdir(parents=True)
    (stick / "wheels").mkdir()
    told = lab("take_packages; take_packages; mvn() { echo \"mvn: $*\" >&3; }; profile=; maven package 3>&1; make_venv",
               ALPROLAB_PACKAGES="stick")
    assert told == [f"said: copying the packages of {stick}",
                    f"mvn: -B -q -o -Dmaven.repo.local={lab.root}/.lab/maven package",
                    "said: making the Python environment with JupyterLab",
                    f"python3: -m venv {lab.root}/.lab/venv",
                    f"pip: --no-index --find-links {stick}/wheels -r {lab.root}/binder/requirements.txt",
                    f"pip: --no-index --no-deps --no-build-isolation {lab.root}/kernel/src/main/python"]
    assert (lab.root / ".lab/maven/org").is_dir()


def test_a_folder_without_packages_is_refused_in_words(lab):
    assert "which ./lab packages has not made" in lab("take_packages", ALPROLAB_PACKAGES="/nowhere")[0]
