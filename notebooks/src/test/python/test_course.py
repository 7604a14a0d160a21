"""The course: solutions reach all points, empty answers fail without an error, typical mistakes get their hints."""
import os
import pathlib
import re
import sys

import nbformat
import pytest
import run_notebooks
from jupyter_client.manager import start_new_kernel

COURSE = pathlib.Path(__file__).resolve().parents[3] / "course"
sys.path.insert(0, str(COURSE))

import derive  # noqa: E402  (found by the line above)

UNITS = [path.stem for path in derive.sources()]
SHORT = {"clips": 32, "epochs": 2, "testClips": 96}
LARGEST = 2**20


def source(unit):
    return nbformat.read(COURSE / "source" / unit / f"{unit}.ipynb", as_version=4)


def student(unit):
    return nbformat.read(COURSE / f"{unit}.ipynb", as_version=4)


def grading(cell):
    return cell.metadata.get("nbgrader", {})


def is_check(cell):
    return cell.cell_type == "code" and grading(cell).get("grade", False)


class Session:
    """A kernel with runs of its own, in which the cells of a unit are run."""

    def __init__(self, kernel, folder):
        environment = dict(os.environ, ALPROLAB_RUNS=str(folder / "runs"))
        self.manager, self.client = start_new_kernel(kernel_name=kernel, env=environment, cwd=str(folder))

    def run(self, code):
        """The data of the cell's value, and what went wrong in it."""
        outputs = []
        reply = self.client.execute_interactive(code, timeout=300, output_hook=outputs.append)["content"]
        values = [o["content"]["data"] for o in outputs if o["msg_type"] == "execute_result"]
        noise = [o["content"]["text"] for o in outputs
                 if o["msg_type"] == "stream" and o["content"]["name"] == "stderr"]
        fault = "\n".join(reply["traceback"]) if reply["status"] != "ok" else "".join(noise)
        return (values[-1] if values else {}), fault

    def all(self, book):
        """The value of every code cell by its id, in the short form."""
        run_notebooks.inject(book, {n: str(v) for n, v in SHORT.items() if n in run_notebooks.parameters(book)})
        found = {}
        for cell in book.cells:
            if cell.cell_type == "code":
                found[cell.id], fault = self.run(cell.source)
                assert not fault, f"{cell.source}\n{fault}"
        return found

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


@pytest.fixture(scope="module", params=UNITS)
def solved(request, kernel, tmp_path_factory):
    """A unit, a session in which its solution was run, and what its cells gave."""
    session = Session(kernel, tmp_path_factory.mktemp(request.param))
    yield request.param, session, session.all(source(request.param))
    session.close()


def mistakes(root):
    """The examples of the teacher's page by check: what the student writes, and a part of the hint."""
    text = (root / "docs" / "course.md").read_text()
    found = re.findall(r"<!-- mistake: ([\w-]+) -->\n```java\n(.*?)```\n+> (.*?)\n\n", text, re.DOTALL)
    return [(check, code, " ".join(hint.replace("\n> ", " ").split())) for check, code, hint in found]


def test_the_solution_reaches_all_points(solved):
    unit, _, values = solved
    checks = [c for c in source(unit).cells if is_check(c)]
    assert len(checks) >= 2
    assert {c.id: values[c.id]["text/plain"] for c in checks} == {c.id: str(grading(c)["points"]) for c in checks}


def test_typical_mistakes_get_their_hints(solved, root):
    unit, session, _ = solved
    cells = {c.id: c.source for c in student(unit).cells}
    mine = [m for m in mistakes(root) if m[0] in cells]
    assert mine
    for check, code, hint in mine:
        _, fault = session.run(code)
        assert not fault, f"{code}\n{fault}"
        shown, fault = session.run(cells[check])
        assert not fault
        assert shown["text/plain"].startswith("✗"), shown["text/plain"]
        assert hint in shown["text/plain"]


@pytest.mark.parametrize("unit", UNITS)
def test_empty_answers_fail_and_nothing_throws(unit, kernel, tmp_path):
    session = Session(kernel, tmp_path)
    try:
        book = student(unit)
        values = session.all(book)
        checks = [c for c in book.cells if is_check(c)]
        assert checks
        for check in checks:
            assert values[check.id]["text/plain"].startswith("✗"), values[check.id]["text/plain"]
    finally:
        session.close()


@pytest.mark.parametrize("unit", UNITS)
def test_the_student_version_is_what_its_source_makes(unit):
    path = COURSE / "source" / unit / f"{unit}.ipynb"
    assert derive.student_file(path).read_text() == derive.student(path)
    text = derive.student(path)
    assert "SOLUTION" not in text and "HIDDEN" not in text and ".points(" not in text


@pytest.mark.parametrize("unit", UNITS)
def test_a_source_is_a_notebook_as_nbgrader_wants_it(unit):
    book = source(unit)
    nbformat.validate(book)
    assert (COURSE / "source" / unit / f"{unit}.ipynb").stat().st_size <= LARGEST
    assert all(c.execution_count for c in book.cells if c.cell_type == "code")
    given, most = run_notebooks.points(book)
    assert given == most > 0
    pictures = [o for c in book.cells for o in c.get("outputs", []) if any(k.startswith("image/") for k in o.get("data", {}))]
    assert pictures and all(next(iter(o.metadata.values()))["alt"] for o in pictures)
    ids = [grading(c)["grade_id"] for c in book.cells if grading(c)]
    assert len(ids) == len(set(ids))
    for cell in book.cells:
        of = grading(cell)
        if is_check(cell):
            assert of["locked"] and of["points"] > 0 and f".points({of['points']:g})" in cell.source
        elif of.get("solution") and cell.cell_type == "code":
            assert cell.source.count("BEGIN SOLUTION") == cell.source.count("END SOLUTION") == 1


def test_a_region_without_its_end_is_refused():
    with pytest.raises(ValueError, match="without END"):
        derive.without_region("a\n// BEGIN SOLUTION\nb", "SOLUTION")
