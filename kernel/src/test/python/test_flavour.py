"""What ./lab builds the engine for: the CPU or CUDA."""
import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[4]

# The functions of the set-up over a folder of the test's own.
SHELL = """
set -eu
root=$1 state=$1/.lab venv=$1/.lab/venv asked=$2
say() { echo "said: $*"; }
fail() { echo "failed: $*"; exit 2; }
. "$3/binder/setup.sh"
uname() { echo "${SYSTEM:-Linux x86_64}"; }
"""


@pytest.fixture
def machine(tmp_path):
    """A machine with or without a driver, and so many megabytes of disk."""
    programs = tmp_path / "bin"
    programs.mkdir()
    (tmp_path / ".lab").mkdir()

    def ask(script, asked="", driver=False, free=100_000, **variables):
        program(programs / "nvidia-smi", f"exit {0 if driver else 9}")
        program(programs / "df", f"echo head; echo disk 0 0 {free * 1024} 0 /")
        made = subprocess.run(
            ["sh", "-c", SHELL + script, "sh", tmp_path, asked, ROOT], capture_output=True, text=True,
            env={**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", **variables})
        assert made.stderr == ""
        return made.stdout.strip()

    ask.state = tmp_path / ".lab"
    return ask


def program(path, script):
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


CHOOSE = 'choose_flavour; echo "$flavour $profile"'


@pytest.mark.skipif(Path("/proc/driver/nvidia/version").exists(), reason="this machine has a driver")
def test_a_machine_without_a_driver_gets_a_build_for_cpus(machine):
    assert machine(CHOOSE) == "cpu"


def test_a_driver_is_enough_to_get_cuda(machine):
    assert machine(CHOOSE, driver=True) == "cuda -Pcuda"


def test_what_is_asked_for_wins(machine):
    assert machine(CHOOSE, asked="cpu", driver=True) == "cpu"
    assert machine(CHOOSE, asked="cuda") == "cuda -Pcuda"


def test_what_was_built_before_is_kept(machine):
    (machine.state / "flavour").write_text("cuda")
    assert machine(CHOOSE) == "cuda -Pcuda"
    assert machine(CHOOSE, asked="cpu") == "cpu"


def test_a_driver_on_a_full_disk_gets_a_build_for_cpus_and_words(machine):
    assert machine(CHOOSE, driver=True, free=5000).splitlines() == [
        "said: there is a GPU, and the build is for the CPU: 5000 MB of disk are free and CUDA's libraries need 8192",
        "cpu"]


def test_cuda_is_refused_where_its_libraries_do_not_run(machine):
    told = machine(CHOOSE, asked="cuda", SYSTEM="Darwin arm64")
    assert told == "failed: CUDA's libraries are there for Linux on x86-64, and this is Darwin arm64; take ./lab --cpu."


@pytest.mark.parametrize("asked, free, enough", [
    ("cpu", 3000, False), ("cpu", 4000, True), ("cuda", 7000, False), ("cuda", 9000, True)])
def test_room_is_asked_for_by_what_is_built(machine, asked, free, enough):
    told = machine("choose_flavour; find_room; echo room", asked=asked, free=free)
    if enough:
        assert told == "room"
    else:
        need = {"cpu": 3072, "cuda": 8192}[asked]
        assert told.startswith(f"failed: {free} MB are free") and f"set-up for {asked} needs {need}" in told


def test_a_build_is_not_taken_for_one_with_cuda_or_spark(machine):
    made = {"classpath": "", "shared": "", "java.options": "", "jdk": "java", "flavour": "cpu", "spark": "no"}
    for name, text in made.items():
        (machine.state / name).write_text(text)
    built = "JAVA_HOME=java; asked_spark={}; choose_flavour; find() {{ :; }}; is_built && echo built || echo not"
    assert machine(built.format("")) == "built"
    assert machine(built.format("no")) == "built"
    assert machine(built.format(""), asked="cuda") == "not"
    assert machine(built.format("yes")) == "not"


def test_spark_stays_until_it_is_not_asked_for(machine):
    assert machine("asked_spark=yes; " + CHOOSE) == "cpu -Pspark"
    assert machine("asked_spark=yes; " + CHOOSE, asked="cuda") == "cuda -Pcuda,spark"
    (machine.state / "spark").write_text("yes")
    assert machine("asked_spark=; " + CHOOSE) == "cpu -Pspark"
    assert machine("asked_spark=no; " + CHOOSE) == "cpu"
