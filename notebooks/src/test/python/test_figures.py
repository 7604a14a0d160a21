"""Figures and tables as JupyterLab shows them: in its theme, and within its width."""
import base64

import nbclient
import nbformat
import nbformat.sign
import pages
import pytest

CELLS = [
    """import io.github.alprolab.dsl.figure.*;
import io.github.alprolab.dsl.table.DataTable;
Figure.of(new Bars("Words", List.of(new Bar("fox", 3, "3", Ink.PLAIN, false))))""",
    """var wide = DataTable.of("Wide").text("direction", List.of("text to video"));
for (int i = 0; i < 24; i++) { wide = wide.share("R@" + i, List.of(0.25)); }
wide""",
]
WIDTHS = (800, 1400)


@pytest.fixture(scope="module")
def notebook(kernel, tmp_path_factory):
    """Executed and trusted, as it is for the one who runs it."""
    if pages.browser() is None:
        pytest.skip("no browser: none of " + ", ".join(pages.BROWSERS) + " is installed")
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in CELLS])
    nbclient.NotebookClient(book, kernel_name=kernel, timeout=120).execute()
    nbformat.sign.NotebookNotary().sign(book)
    path = tmp_path_factory.mktemp("figures") / "figures.ipynb"
    nbformat.write(book, path)
    return path


@pytest.fixture(scope="module", params=["light", "dark"])
def shown(request, notebook):
    """What each width shows, in one theme."""
    with pages.lab(notebook.parent, request.param == "dark") as address:
        with pages.window() as page:
            yield request.param, {width: look(page, address, notebook, width) for width in WIDTHS}


def look(page, address, notebook, width):
    page.set_viewport_size({"width": width, "height": 1000})
    pages.show(page, address, notebook, width)
    chart = page.locator(".jp-OutputArea-output[data-mime-type='image/svg+xml'] img")
    box = page.locator(".jp-OutputArea-output[data-mime-type='text/html'] div:has(> table)")
    return {
        "paper": pixel(page, chart.screenshot()),
        "overflow": box.evaluate("b => [b.clientWidth, b.scrollWidth, getComputedStyle(b).overflowX]"),
        "room": box.evaluate("b => b.closest('.jp-OutputArea-output').clientWidth"),
        "hint": box.evaluate("b => getComputedStyle(b).backgroundAttachment"),
    }


def pixel(page, png):
    """The colour near a corner of a picture, inside its border."""
    return page.evaluate("""async data => {
        const image = new Image(); image.src = 'data:image/png;base64,' + data; await image.decode();
        const canvas = document.createElement('canvas'); canvas.width = 20; canvas.height = 20;
        const context = canvas.getContext('2d'); context.drawImage(image, 0, 0);
        return [...context.getImageData(6, 6, 1, 1).data].slice(0, 3); }""",
                         base64.b64encode(png).decode())


def test_a_chart_has_the_paper_of_the_theme(shown):
    theme, widths = shown
    for look in widths.values():
        assert look["paper"] == ([22, 27, 34] if theme == "dark" else [255, 255, 255])


def test_a_wide_table_scrolls_inside_the_page_and_says_so(shown):
    _, widths = shown
    for look in widths.values():
        client, whole, overflow = look["overflow"]
        assert whole > client and overflow == "auto"
        assert client <= look["room"]
        assert "local" in look["hint"] and "scroll" in look["hint"]


def test_a_table_uses_the_room_there_is(shown):
    _, widths = shown
    assert widths[1400]["overflow"][0] > widths[800]["overflow"][0] + 400
    assert widths[1400]["overflow"][0] > 760
