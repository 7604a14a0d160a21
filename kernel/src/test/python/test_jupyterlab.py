"""The kernel in a real JupyterLab, used by keyboard and mouse in a headless browser.

Pictures of every step stay under kernel/target/screenshots, to be looked at.
"""
import json
import os
import pathlib

import browser
import pytest
from jupyter_client.kernelspec import KernelSpecManager

NAME = os.environ.get("ALPROLAB_KERNEL", "alpro")
PICTURES = pathlib.Path(__file__).resolve().parents[3] / "target" / "screenshots"

if NAME not in KernelSpecManager().find_kernel_specs():
    pytest.skip(f"the kernelspec {NAME} is not installed; ./lab test installs it", allow_module_level=True)
if browser.browser() is None:
    pytest.skip("no browser: none of " + ", ".join(browser.BROWSERS) + " is installed", allow_module_level=True)

CELLS = [
    """record Clip(String caption, int frames, double seconds) {}
List.of(new Clip("a red ball rolls", 16, 1.5), new Clip("a <b>dog</b> jumps", 24, 2.25))""",
    """import tech.tablesaw.api.*;
Table.create("Losses", IntColumn.create("step", IntStream.range(0, 300).toArray()),
    DoubleColumn.create("loss", IntStream.range(0, 300).mapToDouble(i -> Math.exp(-i / 80.0)).toArray()),
    StringColumn.create("split", IntStream.range(0, 300).mapToObj(i -> i % 10 == 0 ? "VALIDATION" : "TRAIN").toList()))""",
    """var chart = new org.knowm.xchart.XYChartBuilder().width(560).height(300).title("Loss").build();
chart.addSeries("train", new double[] {1, 2, 3, 4}, new double[] {4, 2, 1.5, 1.2});
chart""",
    """var picture = new java.awt.image.BufferedImage(240, 90, java.awt.image.BufferedImage.TYPE_INT_RGB);
var pen = picture.createGraphics();
pen.setColor(java.awt.Color.ORANGE);
pen.fillOval(20, 10, 70, 70);
picture""",
    'markdown("**Recall** at 5 is $\\\\frac{3}{4}$")',
    'var greeting = "hello"; Map.of("one", 1, "two", List.of(2, 2))',
    "",
]


def notebook(folder):
    cells = [{"cell_type": "code", "id": f"cell{i}", "metadata": {}, "source": source,
              "outputs": [], "execution_count": None} for i, source in enumerate(CELLS)]
    metadata = {"kernelspec": {"name": NAME, "display_name": NAME, "language": "java"}}
    path = folder / "kernel.ipynb"
    path.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}))
    return path


@pytest.fixture(scope="module", params=["light", "dark"])
def lab(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("notebooks")
    notebook(folder)
    with browser.lab(folder, request.param == "dark") as address, browser.window() as page:
        opened = browser.Lab(page, request.param, PICTURES)
        opened.open(address)
        opened.menu("Run", "Run All Cells")
        opened.prompt(5, "[6]:")
        opened.idle()
        yield opened


def test_tables_chart_and_picture_are_seen(lab):
    records, table, chart, picture, words, values = (lab.output(i) for i in range(6))
    assert records.locator("table tbody tr").count() == 2
    assert "a <b>dog</b> jumps" in records.inner_text()
    assert "300 rows × 3 columns" in table.inner_text() and "INTEGER" in table.inner_text()
    assert table.locator("details").count() == 3
    for shown in (chart, picture):
        box = shown.locator("img, svg").first.bounding_box()
        assert box["width"] >= 200 and box["height"] >= 80
    assert words.locator("strong").inner_text() == "Recall"
    assert values.locator("table").count() == 1
    lab.page.set_viewport_size({"width": browser.WIDTH, "height": 2600})
    lab.page.wait_for_timeout(800)
    table.locator("summary").first.click()
    assert table.locator("details[open] tbody tr").count() == 100
    table.locator("summary").first.click()
    lab.picture("outputs")
    lab.page.set_viewport_size({"width": browser.WIDTH, "height": 1000})


def test_tab_completes(lab):
    lab.type(6, "greeting.sub")
    lab.page.keyboard.press("Tab")
    lab.page.wait_for_selector(".jp-Completer:not(.lm-mod-hidden) .jp-Completer-item", timeout=20_000)
    items = lab.page.locator(".jp-Completer-item").all_inner_texts()
    assert any("substring(" in item for item in items)
    lab.picture("tab")
    lab.page.keyboard.press("Escape")


def test_shift_tab_explains(lab):
    lab.type(6, "markdown(")
    lab.page.keyboard.press("Shift+Tab")
    tooltip = lab.page.locator(".jp-Tooltip")
    tooltip.wait_for(timeout=20_000)
    lab.page.wait_for_timeout(500)
    assert "markdown(String text)" in tooltip.inner_text() and "Markdown." in tooltip.inner_text()
    lab.picture("shift-tab")
    lab.page.keyboard.press("Escape")


def test_a_loop_is_interrupted_and_the_next_cell_runs(lab):
    lab.type(6, "while (true) { }")
    lab.run(6)
    lab.prompt(6, "[*]:")
    lab.page.wait_for_timeout(1000)
    lab.button("notebook:interrupt-kernel")
    lab.output(6).first.wait_for(timeout=20_000)
    assert lab.output(6).locator("[data-mime-type='application/vnd.jupyter.error']").count() or \
        "interrupted" in lab.output(6).first.inner_text()
    lab.picture("interrupt")
    lab.type(6, "greeting.length()")
    lab.run(6)
    lab.page.wait_for_function(
        "() => [...document.querySelectorAll('.jp-NotebookPanel .jp-CodeCell')][6]"
        ".querySelector('.jp-OutputArea-output')?.textContent.trim() === '5'", timeout=20_000)


def test_a_restart_forgets_variables(lab):
    lab.button("notebook:restart-kernel")
    lab.page.locator(".jp-Dialog .jp-mod-accept").click()
    lab.page.wait_for_timeout(1000)
    lab.idle()
    lab.type(6, "greeting")
    lab.run(6)
    lab.prompt(6, "[1]:")
    assert "greeting" in lab.output(6).first.inner_text()
    assert lab.output(6).first.inner_text().strip() != "hello"
    lab.type(6, "6 * 7")
    lab.run(6)
    lab.prompt(6, "[2]:")
    assert lab.output(6).first.inner_text().strip() == "42"
    lab.picture("restart")
