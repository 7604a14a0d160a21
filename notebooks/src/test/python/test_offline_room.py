"""A room without a network: what ./lab packages gathers is enough for ./lab setup and a cell, and nothing else is asked."""
import os
import subprocess
import tempfile
from pathlib import Path

import box
import pytest
import repository

CODE = """display(Datasets.movingSprites().clips(Split.TRAIN, 2).clips(Split.VALIDATION, 2).clips(Split.TEST, 2).name());
display("threads " + io.github.alprolab.dsl.record.EnvironmentRecord.current().threads());
"""


@pytest.fixture(scope="module")
def place():
    """A folder that a plain user can get to."""
    with tempfile.TemporaryDirectory(prefix="room-") as folder:
        os.chmod(folder, 0o755)
        yield Path(folder)


@pytest.fixture(scope="module")
def stick(root, place):
    """What ./lab packages gathers on a machine with a network."""
    if not os.environ.get("ALPROLAB_LONG_TESTS"):
        pytest.skip("gathers and builds everything a second time, minutes; set ALPROLAB_LONG_TESTS=1 to run it")
    if not (root / ".lab" / "kernel").exists():
        pytest.skip("nothing is set up by ./lab; ./lab test does that")
    done = subprocess.run([root / "lab", "packages", place / "stick"], capture_output=True, text=True)
    if "Python's packages could not be gathered" in done.stderr:
        pytest.skip("the packages cannot be gathered without a network")
    assert done.returncode == 0, done.stderr
    return place / "stick"


def test_what_is_gathered_names_no_machine(stick):
    assert sorted(path.name for path in stick.iterdir()) == ["flavour", "made-for", "maven", "wheels"]
    assert list(stick.rglob("_remote.repositories")) == [] and len(list(stick.glob("wheels/*.whl"))) > 50


def test_a_folder_that_is_there_is_refused(root, stick):
    done = subprocess.run([root / "lab", "packages", stick], capture_output=True, text=True)
    assert done.returncode == 2 and "is there already" in done.stderr


def test_the_room_is_set_up_from_the_stick_with_the_network_cut(root, place, stick):
    # As who gathered: the wheels are for that Python, which another user may not get to.
    room = box.Box(place / "home", network=False, user=os.geteuid())
    if not room.boxed:
        pytest.skip("the network cannot be cut here: " + "; ".join(room.means))
    repository.copy(root, place / "home")
    (place / "home" / "first.jsh").write_text(CODE)
    bare = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    log = place / "log"
    code, _ = room.run(["./lab", "setup"], place / "home", {**bare, "ALPROLAB_PACKAGES": str(stick)}, log)
    assert code == 0, log.read_text()
    stick.rename(place / "taken")
    code, _ = room.run(["./lab", "script", "first.jsh"], place / "home", bare, log)
    assert code == 0 and "moving sprites" in log.read_text() and "threads " in log.read_text(), log.read_text()
    assert not (place / "home" / ".m2" / "repository").exists()
