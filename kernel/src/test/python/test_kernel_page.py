"""The table of docs/kernel.md names tests that are there."""
import re
from pathlib import Path

HERE = Path(__file__).parent


def rows():
    page = (HERE.parents[3] / "docs" / "kernel.md").read_text()
    table = page.split("| what it does | shown by |")[1].split("\n\n")[0]
    return table.splitlines()[2:]


def test_each_row_names_a_test_that_is_there():
    assert len(rows()) > 15
    for row in rows():
        file, test = re.search(r"`(test_\w+\.py)::(test_\w+)`", row).groups()
        assert f"def {test}(" in (HERE / file).read_text(), row


def test_each_row_says_something_of_each_kernel():
    assert {row.count("|") for row in rows()} == {8}
