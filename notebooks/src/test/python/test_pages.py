"""Executed notebooks as JupyterLab shows them in a real browser."""
import json

import pages
import pytest
from conftest import EVERY


@pytest.fixture(scope="module")
def address(entries, out):
    if pages.browser() is None:
        pytest.skip("no browser: none of " + ", ".join(pages.BROWSERS) + " is installed")
    with pages.lab(out) as address:
        yield address


@pytest.mark.parametrize("name", EVERY)
def test_every_figure_and_table_is_shown(address, out, name):
    path = out / (name + ".ipynb")
    cells = json.loads(path.read_text())["cells"]
    bundles = [o["data"] for c in cells for o in c.get("outputs", []) if "data" in o]
    on_purpose = sum("raises-exception" in c["metadata"].get("tags", []) for c in cells)
    with pages.window() as page:
        pages.show(page, address, path)
        sizes = page.eval_on_selector_all(
            ".jp-OutputArea-output img", "all => all.map(i => [i.naturalWidth, i.width])")
        tables = page.locator(".jp-OutputArea-output table").count()
        errors = page.locator("[data-mime-type='application/vnd.jupyter.stderr'],"
                              "[data-mime-type='application/vnd.jupyter.error']").count()
    pictures = sum(any(t.startswith("image/") for t in b) for b in bundles)
    charts = sum("<img" in "".join(b.get("text/html", "")) for b in bundles)
    assert len(sizes) == pictures + charts
    assert all(natural >= 400 and shown >= 200 for natural, shown in sizes)
    assert tables == sum("".join(b.get("text/html", "")).count("<table") for b in bundles)
    assert errors == on_purpose
