"""Notebooks and units of the course as they are saved, in a real JupyterLab, at two widths, light and dark: nothing is cut off."""
import shutil

import pages
import pytest
from conftest import EVERY, ROOT

SAVED = [ROOT / "notebooks" / f"{name}.ipynb" for name in EVERY]
UNITS = sorted((ROOT / "notebooks" / "course").glob("*.ipynb"))
WIDTHS = (800, pages.WIDTH)
SHOWN = ".jp-MarkdownCell .jp-RenderedMarkdown, .jp-OutputArea-output"
CODE = ".jp-CodeCell .cm-scroller"  # exercises of the course may be wider than a small window
WIDER = """([area, parts]) => [...document.querySelectorAll('.jp-NotebookPanel')].flatMap(panel => [
    ...[document.scrollingElement, panel.querySelector(area)],
    ...panel.querySelectorAll(parts)].filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.innerText.slice(0, 60)))"""
PICTURES = """all => all.map(i => [i.naturalWidth, i.getBoundingClientRect().right
    <= i.closest('.jp-Cell').getBoundingClientRect().right])"""


@pytest.fixture(scope="module", params=["light", "dark"])
def lab(request, tmp_path_factory):
    """A window on copies of them; no kernel is started, since what is looked at is saved."""
    if pages.browser() is None:
        pytest.skip("no browser: none of " + ", ".join(pages.BROWSERS) + " is installed")
    folder = tmp_path_factory.mktemp("saved")
    for path in SAVED + UNITS:
        shutil.copy(path, folder)
    with pages.lab(folder, request.param == "dark") as address, pages.window() as page:
        page.route("**/api/sessions?*", lambda asked: asked.abort() if asked.request.method == "POST" else asked.continue_())
        yield page, address


@pytest.mark.parametrize("path", SAVED + UNITS, ids=lambda path: path.stem)
def test_nothing_is_cut_off_in_a_small_and_in_a_large_window(lab, path):
    page, address = lab
    pages.show(page, address, path)
    page.keyboard.press("Control+B")  # the list of files takes half of a small window
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": page.viewport_size["height"]})
        page.wait_for_timeout(400)
        wider = page.evaluate(WIDER, [".jp-WindowedPanel-outer", SHOWN if path in UNITS else f"{SHOWN}, {CODE}"])
        assert wider == [], width
        pictures = page.eval_on_selector_all(".jp-NotebookPanel img", PICTURES)
        assert all(natural > 0 and inside for natural, inside in pictures), width
    assert path in UNITS or len(pictures) > 4
