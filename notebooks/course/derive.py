"""Student versions of the course's notebooks, from their sources by nbgrader's markers.

A source in source/UNIT/UNIT.ipynb is the solution: a notebook as nbgrader wants it. The student
version UNIT.ipynb has `// YOUR CODE HERE` in place of what stands between BEGIN SOLUTION and END SOLUTION, no hidden
tests, no answers in words and no outputs: what `nbgrader generate_assignment UNIT` releases.

    python derive.py           writes the student versions
    python derive.py --check   says which ones are not what their sources make, and ends with 1
"""
import pathlib
import sys

import nbformat

HERE = pathlib.Path(__file__).resolve().parent
CODE = "// YOUR CODE HERE"
WORDS = "YOUR ANSWER HERE"


def sources():
    """The units in their order."""
    return sorted((HERE / "source").glob("*/*.ipynb"))


def student_file(source):
    return HERE / source.name


def without_region(text, name, stub=None):
    """Text without the lines between the markers of a name; the stub stands in their place, as far in as they did."""
    kept, inside = [], False
    for line in text.split("\n"):
        if f"BEGIN {name}" in line:
            if inside:
                raise ValueError(f"BEGIN {name} stands twice without END {name}")
            inside = True
            if stub:
                kept.append(line[:len(line) - len(line.lstrip())] + stub)
        elif f"END {name}" in line:
            inside = False
        elif not inside:
            kept.append(line)
    if inside:
        raise ValueError(f"BEGIN {name} without END {name}")
    return "\n".join(kept).rstrip()


def student_cell(cell):
    """A cell as a student gets it; changed in place."""
    grading = cell.metadata.get("nbgrader", {})
    if grading.get("solution") and cell.cell_type == "markdown":
        cell.source = WORDS
    elif grading.get("solution"):
        cell.source = without_region(cell.source, "SOLUTION", CODE)
    cell.source = without_region(cell.source, "HIDDEN TESTS")
    cell.metadata.pop("execution", None)
    if cell.cell_type == "code":
        cell.outputs = []
        cell.execution_count = None


def student(source):
    """The student version of a source, as text."""
    book = nbformat.read(source, as_version=4)
    for cell in book.cells:
        student_cell(cell)
    return nbformat.writes(book) + "\n"


def main(given):
    other = [s for s in sources() if not student_file(s).exists() or student_file(s).read_text() != student(s)]
    for source in other:
        print(student_file(source).name)
        if "--check" not in given:
            student_file(source).write_text(student(source))
    return 1 if other and "--check" in given else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
