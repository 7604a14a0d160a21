"""Installing the kernel: for another Jupyter, as a folder of its own, and with a Java that cannot do."""
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import start_new_kernel

from cells import NAME, result, run, value

ROOT = Path(__file__).parents[4]
LAB = ROOT / "lab"
# What every spec has: nothing in it wins over GOMP_SPINCOUNT and ALPROLAB_RUNS, which are a user's own.
ENVIRONMENT = {"OPT_OUT_TRACKING": "true", "DJL_OFFLINE": "true", "OMP_WAIT_POLICY": "PASSIVE", "MALLOC_ARENA_MAX": "2",
               "CUDA_DEVICE_ORDER": "PCI_BUS_ID", "ALPROLAB_HOME": str(ROOT)}
LOGOS = ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"]
JRE = ["java", "--limit-modules", "java.se"]  # what a runtime without the JDK's tools has


def lab(*arguments, **variables):
    return subprocess.run([LAB, *arguments], capture_output=True, text=True, env={**os.environ, **variables})


def answer_of(name, data_dir, monkeypatch):
    """What the kernel of a data folder says to a sum."""
    monkeypatch.setenv("JUPYTER_PATH", str(data_dir))
    manager, kernel = start_new_kernel(kernel_name=name)
    try:
        return result(run(kernel, "%who\n6 * 7")[0])
    finally:
        kernel.stop_channels()
        manager.shutdown_kernel(now=True)


def test_the_kernel_of_the_lab_has_what_every_spec_has():
    assert KernelSpecManager().get_kernel_spec(NAME).env == ENVIRONMENT


@pytest.mark.parametrize("own, runs", [({}, ROOT / "runs"), ({"ALPROLAB_RUNS": "/own"}, Path("/own"))])
def test_runs_lie_in_one_folder_whoever_starts_the_kernel_unless_a_user_names_another(tmp_path, own, runs):
    bare = {name: value for name, value in os.environ.items() if not name.startswith("ALPROLAB_")}
    manager, kernel = start_new_kernel(kernel_name=NAME, env={**bare, **own}, cwd=str(tmp_path))
    try:
        code = "io.github.alprolab.dsl.record.RunStore.standard().root()"
        assert value(kernel, code) == str(runs)
    finally:
        kernel.stop_channels()
        manager.shutdown_kernel(now=True)


def class_path():
    return (ROOT / "kernel" / "target" / "classpath").read_text() + os.pathsep + str(
        # A release build leaves -sources and -javadoc beside it.
        min((ROOT / "kernel" / "target").glob("alprolab-kernel-*.jar"), key=lambda jar: len(jar.name)))


def test_a_folder_of_the_kernel_alone_installs_and_runs(tmp_path, monkeypatch):
    folder = tmp_path / "java-kernel"
    made = lab("kernelspec", folder)
    assert made.returncode == 0, made.stderr
    jars = {jar.name for jar in (folder / "lib").iterdir()}
    assert [jar for jar in jars if jar.startswith(("alprolab", "pytorch", "api-0"))] == ["alprolab-kernel-0.1.0.jar"]
    assert str(ROOT) not in (folder / "kernel.json").read_text()
    assert [name for name in LOGOS if not (folder / name).stat().st_size] == []
    subprocess.run([sys.executable, "-m", "jupyter", "kernelspec", "install", "--name", "alone", "--prefix",
                    tmp_path / "prefix", folder], check=True, capture_output=True)
    assert answer_of("alone", tmp_path / "prefix" / "share" / "jupyter", monkeypatch) == ["42"]
    again = lab("kernelspec", folder)
    assert again.returncode == 2 and "is there already" in again.stderr


@pytest.mark.parametrize("arguments, place", [(["--prefix", "{}"], "share/jupyter"), (["--user"], "data"), ([], "data")])
def test_the_kernel_is_installed_where_asked(tmp_path, monkeypatch, arguments, place):
    done = lab("install-kernel", *[a.format(tmp_path) for a in arguments], JUPYTER_DATA_DIR=str(tmp_path / "data"))
    assert done.returncode == 0, done.stderr
    spec = json.loads((tmp_path / place / "kernels" / "alpro" / "kernel.json").read_text())
    assert spec["interrupt_mode"] == "message" and spec["env"] == ENVIRONMENT
    assert [name for name in LOGOS if not (tmp_path / place / "kernels" / "alpro" / name).is_file()] == []
    if arguments == ["--user"]:
        (tmp_path / place / "kernels" / "alpro").rename(tmp_path / place / "kernels" / "elsewhere")
        assert answer_of("elsewhere", tmp_path / place, monkeypatch) == ["42"]


def test_sys_prefix_is_that_of_the_python_in_the_path(tmp_path):
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv"], check=True)
    done = lab("install-kernel", "--sys-prefix", PATH=f"{tmp_path}/venv/bin{os.pathsep}{os.environ['PATH']}")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "venv/share/jupyter/kernels/alpro/kernel.json").is_file()


@pytest.mark.parametrize("has, pip, said, asked", [
    ([], 0, "", False), (["papermill", "alprolab_papermill"], 0, "", False),
    (["papermill"], 0, "can set parameters of Java notebooks now", True), (["papermill"], 1, "run {} -m pip install", True),
])
def test_papermill_gets_what_it_needs_for_java_where_it_is(tmp_path, has, pip, said, asked):
    python = tmp_path / "python3"  # has these modules, and a pip that ends so
    known = " | ".join(f'"import {module}"' for module in has) or '""'
    python.write_text(f"""#!/bin/sh
case $1 in
    -c) case $2 in {known}) exit 0 ;; *) exit 1 ;; esac ;;
    *) echo "$@" >{tmp_path}/asked; exit {pip} ;;
esac
""")
    python.chmod(0o755)
    script = f'set -eu; root={ROOT}; say() {{ echo "$*" >&2; }}; . "$root/binder/install.sh"; papermill_for {python}'
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True)
    assert done.returncode == 0 and said.format(python) in done.stderr and bool(done.stderr) == bool(said)
    assert (tmp_path / "asked").exists() == asked


@pytest.mark.parametrize("arguments", [["--prefix"], ["--prefix", ""], ["--nowhere"], ["--user", "x"]])
def test_wrong_places_are_refused(arguments):
    done = lab("install-kernel", *arguments)
    assert done.returncode == 2 and "--" in done.stderr


@pytest.mark.parametrize("arguments", [["install-kernel", "--prefix"], ["kernelspec"]])
def test_a_place_that_cannot_be_written_is_named_in_words(tmp_path, arguments):
    (tmp_path / "file").touch()
    done = lab(*arguments, tmp_path / "file" / "folder")
    assert done.returncode == 2 and str(tmp_path / "file") in done.stderr and "\tat " not in done.stderr


@pytest.mark.parametrize("arguments", [
    ["io.github.alprolab.kernel.Main", "connection.json"],
    ["io.github.alprolab.kernel.install.InstallKernel", "--name", "x"]])
def test_a_jre_is_refused_in_words(arguments):
    done = subprocess.run([*JRE, "-cp", class_path(), *arguments], capture_output=True, text=True)
    assert done.returncode == 2
    assert "JRE" in done.stderr and "needs a JDK of version 17" in done.stderr and "Exception" not in done.stderr
