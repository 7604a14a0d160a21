"""A cycle of nbgrader with the Java kernel: release, submit, autograde, feedback."""
import csv
import os
import shutil
import subprocess
import sys

import nbformat
import pytest
from test_course import COURSE, derive, grading, mistakes

pytest.importorskip("nbgrader", reason="nbgrader is not installed; binder's requirements for tests have it")

UNIT = "2_alignment"
SOURCE = COURSE / "source" / UNIT / f"{UNIT}.ipynb"


@pytest.fixture(scope="module")
def path():
    """nbgrader calls a program of its own environment, alembic, by its name."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", os.path.dirname(sys.executable), prepend=os.pathsep)
        yield


@pytest.fixture(scope="module")
def folder(kernel, path, tmp_path_factory):
    """A course of one unit with two submissions, graded."""
    folder = tmp_path_factory.mktemp("graded")
    shutil.copy(COURSE / "nbgrader_config.py", folder)
    shutil.copytree(SOURCE.parent, folder / "source" / UNIT)
    nbgrader(folder, "generate_assignment", UNIT)
    solution = nbformat.read(SOURCE, as_version=4)
    submit(folder, "ada", {c.id: c.source for c in solution.cells if grading(c).get("solution")})
    root = COURSE.parents[1]
    wrong = {"answer" + check[len("check"):]: code for check, code, _ in mistakes(root) if check == "check-2-1"}
    right = {c.id: c.source for c in solution.cells if c.id == "answer-2-2"}
    submit(folder, "bob", {"answer-2-1": "Object chance = null;\n" + wrong["answer-2-1"], **right})
    nbgrader(folder, "autograde", UNIT)
    nbgrader(folder, "generate_feedback", UNIT)
    return folder


def nbgrader(folder, *command):
    done = subprocess.run([sys.executable, "-m", "nbgrader", *command], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-4000:]


def submit(folder, student, answers):
    """What a student hands in: the released notebook with answers in some cells."""
    book = nbformat.read(folder / "release" / UNIT / f"{UNIT}.ipynb", as_version=4)
    for cell in book.cells:
        cell.source = answers.get(cell.id, cell.source)
    path = folder / "submitted" / student / UNIT / f"{UNIT}.ipynb"
    path.parent.mkdir(parents=True)
    nbformat.write(book, path)


def points(folder, student):
    """Points of every check by its name, from the gradebook."""
    from nbgrader.api import Gradebook
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as book:
        submission = book.find_submission_notebook(UNIT, UNIT, student)
        return {g.name: g.auto_score for g in submission.grades if g.name.startswith("check")}


def test_the_release_is_our_student_version(folder):
    released = nbformat.read(folder / "release" / UNIT / f"{UNIT}.ipynb", as_version=4)
    ours = nbformat.reads(derive.student(SOURCE), as_version=4)
    assert [c.source for c in released.cells] == [c.source for c in ours.cells]


def test_a_right_submission_gets_all_points(folder):
    solution = nbformat.read(SOURCE, as_version=4)
    most = {c.id: grading(c)["points"] for c in solution.cells if c.id.startswith("check")}
    assert points(folder, "ada") == most


def test_wrong_and_empty_answers_get_none_and_right_ones_theirs(folder):
    assert points(folder, "bob") == {"check-2-1": 0, "check-2-2": 4, "check-2-3": 0}


def test_feedback_is_a_page_with_hints(folder):
    page = (folder / "feedback" / "bob" / UNIT / f"{UNIT}.html").read_text()
    assert "✗ 2.1" in page and "logarithm to base 2" in page and "✓ 2.2" in page


def test_grades_can_be_exported(folder):
    nbgrader(folder, "export")
    with open(folder / "grades.csv", newline="") as lines:
        scores = {row["student_id"]: float(row["score"]) for row in csv.DictReader(lines)}
    assert scores["ada"] > scores["bob"] > 0
