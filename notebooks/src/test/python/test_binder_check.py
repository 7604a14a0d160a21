"""What stands for Binder: the box, its limits, and the table of the image."""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import binder_check
import box
import pytest
from limits import Group, own_folders

VARIABLES = {"PATH": box.common_path(), "LC_ALL": "C.UTF-8"}


@pytest.fixture
def home():
    """A home that its user can get to; pytest's own folders are closed to others."""
    with tempfile.TemporaryDirectory() as place:
        os.chmod(place, 0o755)
        (home := Path(place) / "home").mkdir()
        yield home


def said(inside, home, code):
    log = home.parent / "log"
    returned, _ = inside.run(["python3", "-c", code], home, VARIABLES, log)
    assert returned == 0, log.read_text()
    return log.read_text().split()


def test_a_command_has_a_user_with_that_home_and_no_network_but_loopback(home):
    inside = box.Box(home, network=False)
    if not inside.boxed:
        pytest.skip("this machine lets us make no namespaces: " + "; ".join(inside.means))
    reached = said(inside, home, """
import os, pathlib, pwd, socket
print(pwd.getpwuid(os.getuid()).pw_dir, os.environ["HOME"])
with socket.create_server(("127.0.0.1", 0)) as server:
    socket.create_connection(server.getsockname()).close()
    print("loopback")
try:
    socket.create_connection(("192.0.2.1", 80), 5)
except OSError as e:
    print(e.errno)
""")
    assert reached == [str(home), str(home), "loopback", "101"]  # network is unreachable
    assert any("cut, but for loopback" in line for line in inside.means)
    inside.close()


def test_folders_that_a_visitor_cannot_enter_are_not_in_the_path(tmp_path, monkeypatch):
    (closed := tmp_path / "closed").mkdir(mode=0o700)
    (closed / "bin").mkdir()
    monkeypatch.setenv("PATH", f"{closed}/bin{os.pathsep}/usr/bin{os.pathsep}/nowhere")
    assert box.common_path() == "/usr/bin"


def test_commands_have_no_variables_but_those_that_are_given(home, monkeypatch):
    monkeypatch.setenv("ALPROLAB_RUNS", "/elsewhere")
    inside = box.Box(home)
    assert said(inside, home, "import os; print('ALPROLAB_RUNS' in os.environ)") == ["False"]
    inside.close()


def test_where_no_namespace_can_be_made_weaker_means_are_taken_and_said(home, monkeypatch):
    monkeypatch.setattr(box, "works", lambda command: False)
    monkeypatch.setattr(Group, "make", lambda *limits: None)
    inside = box.Box(home, network=False, memory_mb=2048, processors=1)
    assert inside.variables["JDK_JAVA_OPTIONS"] == "-XX:MaxRAM=2048m -XX:ActiveProcessorCount=1"
    assert inside.variables["https_proxy"] == box.CLOSED and "-Dhttps.proxyPort=9" in inside.variables["JAVA_TOOL_OPTIONS"]
    assert [line.split(":")[0] for line in inside.means] == ["user", "network", "limits"]
    assert "not cut" in inside.means[1] and "no control group" in inside.means[2]


def test_what_takes_more_memory_than_the_limit_is_ended_and_counted(home):
    inside = box.Box(home, memory_mb=256, processors=1)
    if not inside.group:
        pytest.skip("this machine lets us make no control group: " + "; ".join(inside.means))
    assert said(inside, home, "held = bytearray(100 << 20); import time; time.sleep(1); print('held')") == ["held"]
    assert 100 <= inside.peak_mb < 256 and inside.group.killed() == 0
    code, _ = inside.run(["python3", "-c", "bytearray(400 << 20)"], home, VARIABLES, home.parent / "log")
    assert code != 0 and inside.group.killed() == 1
    inside.close()
    assert not inside.group.memory.exists()


@pytest.mark.parametrize("text, second, written", [
    ("0::/user/me", True, {"memory.max": "2147483648", "cpu.max": "150000 100000"}),
    ("5:cpu:/\n4:memory:/user/me\n0::/", False, {"memory.limit_in_bytes": "2147483648", "cpu.cfs_quota_us": "150000",
                                               "cpu.cfs_period_us": "100000"})])
def test_both_versions_of_control_groups_are_written(tmp_path, text, second, written):
    (tmp_path / "own").write_text(text + "\n")
    for folder in own_folders(tmp_path, tmp_path / "own").values():
        folder.mkdir(parents=True, exist_ok=True)
    group = Group.make(2048, 1.5, tmp_path, tmp_path / "own")
    assert group.second == second
    found = {file.name: file.read_text() for folder in (group.memory, group.cpu) for file in folder.iterdir()}
    assert found == written


def test_a_machine_without_control_groups_gives_none(tmp_path):
    (tmp_path / "own").write_text("0::/user/me\n")
    assert Group.make(2048, 1, tmp_path / "nowhere", tmp_path / "own") is None


def test_a_file_with_two_names_takes_its_room_once(tmp_path):
    (tmp_path / "folder").mkdir()
    empty = binder_check.size(tmp_path)
    (tmp_path / "one").write_bytes(b"x" * 100_000)
    once = binder_check.size(tmp_path)
    os.link(tmp_path / "one", tmp_path / "folder" / "two")
    assert once - empty >= 100_000 and binder_check.size(tmp_path) == once


def check(root, *given):
    return subprocess.run([sys.executable, root / "binder" / "binder_check.py", "--root", root, *given],
                          capture_output=True, text=True)


@pytest.mark.parametrize("given, said", [
    (["--memory", "100"], "a visitor has at least 256 MB"), (["--processors", "0"], "some of a processor"),
    (["--place", "{}"], "is not empty and not a build of the last commit")])
def test_what_cannot_be_checked_is_refused_before_anything_is_built(root, tmp_path, given, said):
    (tmp_path / "something").touch()
    done = check(root, *(part.format(tmp_path) for part in given))
    assert done.returncode == 2 and said in done.stderr


def test_notebooks_are_known_by_name_or_brought_along(tmp_path):
    image = binder_check.Image(tmp_path / "place")
    (image.home / "notebooks").mkdir(parents=True)
    (image.home / "notebooks" / "01_ours.ipynb").touch()
    (tmp_path / "own.ipynb").touch()
    inside = box.Box(image.home)
    names = binder_check.brought(["01_ours", str(tmp_path / "own.ipynb")], image, inside)
    inside.close()
    assert names == ["01_ours", str(image.home / "notebooks" / "own.ipynb")]
    with pytest.raises(SystemExit, match="is no notebook of the last commit"):
        binder_check.brought(["02_ours"], image, inside)


def test_the_variables_are_those_of_repo2docker(tmp_path, monkeypatch):
    monkeypatch.setenv("ALPROLAB_PYTHON", "/mine")
    found = binder_check.Image(tmp_path).variables()
    assert found["NB_PYTHON_PREFIX"] == str(tmp_path / "env") and found["PATH"].startswith(f"{tmp_path}/env/bin:")
    assert found["REPO_DIR"] == str(tmp_path / "home") and "ALPROLAB_PYTHON" not in found
