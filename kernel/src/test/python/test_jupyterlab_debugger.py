"""The debugger in a real JupyterLab: breakpoint by a click, steps, values, a change, and on.

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

CELL = """record Clip(String caption, int[] frames) {}
int total = 0;
for (int i = 0; i < 3; i++) {
    var clip = new Clip("clip " + i, new int[] {i, 10 * i});
    total += clip.frames()[1];
    System.out.println(clip.caption());
}
total"""


@pytest.fixture(params=["light", "dark"])
def page(request, tmp_path):
    cell = {"cell_type": "code", "id": "cell", "metadata": {}, "source": CELL, "outputs": [], "execution_count": None}
    metadata = {"kernelspec": {"name": NAME, "display_name": NAME, "language": "java"}}
    (tmp_path / "debug.ipynb").write_text(json.dumps(
        {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": [cell]}))
    with browser.lab(tmp_path, request.param == "dark") as address, browser.window() as page:
        page.theme = request.param
        page.goto(address.format("debug.ipynb"))
        page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60_000)
        page.locator("#jp-main-statusbar", has_text="| Idle").wait_for(timeout=60_000)
        yield page


def picture(page, step):
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=str(PICTURES / f"debugger-{step}-{page.theme}.png"))


def stopped_at(page, line):
    """Waits until the line that runs next is marked, which JupyterLab does for the frame that is looked at."""
    page.locator(".jp-DebuggerEditor-highlight", has_text=CELL.splitlines()[line - 1].strip()).wait_for(timeout=30_000)


def tree(page):
    return page.locator(".jp-DebuggerVariables-body").first


def test_a_loop_is_debugged_by_mouse(page):
    page.locator(".jp-DebuggerBugButton").first.click()
    gutter = page.locator(".cm-breakpoint-gutter .cm-gutterElement")
    gutter.nth(5).wait_for(timeout=30_000)  # the first is the room of the gutter
    gutter.nth(5).click()
    page.locator(".cm-breakpoint-gutter .cm-breakpoint-icon").nth(1).wait_for(timeout=30_000)
    picture(page, "breakpoint")
    page.locator(".jp-NotebookPanel .cm-content").first.click()
    page.keyboard.press("Control+Enter")
    stopped_at(page, 5)
    values = tree(page)
    values.get_by_text("clip", exact=True).wait_for(timeout=30_000)
    picture(page, "stopped")
    page.locator("[data-command='debugger:next']").click()
    stopped_at(page, 6)
    values.get_by_text("clip", exact=True).click()
    values.get_by_text("frames", exact=True).click()
    values.get_by_text("[1]", exact=True).wait_for(timeout=30_000)
    assert "Clip[caption=clip 0" in values.inner_text()
    picture(page, "record-and-array")
    page.locator("[data-command='debugger:evaluate']").click()
    console = page.locator(".jp-DebugConsole .jp-CodeConsole-promptCell .cm-content")
    console.click()
    page.keyboard.type("total = 1000; i = 1;")
    picture(page, "evaluate")
    page.keyboard.press("Shift+Enter")
    page.wait_for_timeout(2000)
    picture(page, "evaluated")
    values.get_by_text("clip", exact=True).wait_for(timeout=30_000)
    page.locator("[data-command='debugger:continue']").click()
    stopped_at(page, 5)
    values.get_by_text("clip", exact=True).wait_for(timeout=30_000)
    page.locator("[data-command='debugger:continue']").click()
    page.locator(".jp-OutputArea-output", has_text="1020").wait_for(timeout=30_000)
    assert "clip 1" not in page.locator(".jp-OutputArea").first.inner_text()
    picture(page, "finished")
    page.locator(".jp-DebuggerBugButton").first.click()
    page.locator(".cm-breakpoint-gutter").first.wait_for(state="detached", timeout=30_000)
