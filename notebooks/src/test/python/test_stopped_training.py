"""A training in a real JupyterLab, stopped by the buttons of its tool bar: nothing is lost, and its cell goes on from there.

Pictures stay under notebooks/target/screenshots, to be looked at.
"""
import csv
import json
import re

import pages
import pytest

EPOCHS, UPDATES = 20, 8  # updates of an epoch
CELLS = [
    f"""var walls = Pairs.of(Datasets.colours(32, 8, 4)).frames(2).size(64);
var training = Experiment.prompter("on-and-off").pairs(walls).encoders(Encoders.tiny())
        .trainer(Trainer.adamW(1e-3).epochs({EPOCHS}).batch(4).seed(42));""",
    "var run = training.run(); run",
]
ENOUGH = 2 * UPDATES  # are done before it is stopped


@pytest.fixture
def book(kernel, root, tmp_path, monkeypatch):
    """The notebook in a window, in a folder of its own, whose runs lie there too."""
    if pages.browser() is None:
        pytest.skip("no browser: none of " + ", ".join(pages.BROWSERS) + " is installed")
    monkeypatch.setenv("ALPROLAB_RUNS", str(tmp_path / "runs"))
    metadata = {"kernelspec": {"name": kernel, "display_name": kernel, "language": "java"}}
    cells = [{"cell_type": "code", "id": f"cell{i}", "metadata": {}, "source": source,
              "outputs": [], "execution_count": None} for i, source in enumerate(CELLS)]
    (tmp_path / "stopped.ipynb").write_text(
        json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}))
    with pages.lab(tmp_path) as address, pages.window() as page:
        opened = pages.Lab(page, "light", root / "notebooks" / "target" / "screenshots")
        opened.open(address, "stopped.ipynb")
        yield opened


def record(folder):
    """The run's folder, which is the only one however often its cell ran."""
    place, = folder.glob("runs/on-and-off/*-*")
    return place


def state(folder):
    return json.loads((record(folder) / "run.json").read_text())


def updates(folder):
    """The numbers of the updates in whose rows the record has a training loss, in their order."""
    with (record(folder) / "metrics.csv").open() as rows:
        return [int(row["step"]) for row in csv.DictReader(rows)
                if row["split"] == "TRAIN" and row["metric"] == "TOTAL_LOSS"]


def wait_for(page, words, seconds=120):
    """Waits until the cell of the training shows a text, and gives what of it fits."""
    page.wait_for_function("""([cell, words]) => new RegExp(words).test(
        document.querySelectorAll('.jp-NotebookPanel .jp-CodeCell')[cell].innerText)""",
                           arg=[1, words], timeout=1000 * seconds)
    return re.search(words, page.locator(".jp-NotebookPanel .jp-CodeCell").nth(1).inner_text())


def train(book):
    """Runs both cells and waits until some epochs are done."""
    book.menu("Run", "Run All Cells")
    wait_for(book.page, rf"(1[7-9]|[2-9]\d|\d\d\d)/{EPOCHS * UPDATES}")


def test_the_stop_button_ends_the_cell_and_running_it_again_goes_on(book, tmp_path):
    train(book)
    book.button("notebook:interrupt-kernel")
    wait_for(book.page, "INTERRUPTED")
    book.idle()
    stopped = state(tmp_path)
    assert stopped["state"] == "INTERRUPTED" and stopped["reason"] == "stopped on request; run() goes on from here"
    assert ENOUGH <= stopped["step"] < EPOCHS * UPDATES
    assert updates(tmp_path) == list(range(1, stopped["step"] + 1))
    book.picture("stopped-by-its-button")
    book.run(1)
    wait_for(book.page, rf"resuming on-and-off .* at epoch \d+, step {stopped['step']} \(stopped ")
    wait_for(book.page, "FINISHED")
    assert state(tmp_path)["state"] == "FINISHED"
    assert updates(tmp_path) == list(range(1, EPOCHS * UPDATES + 1))
    book.picture("resumed")


def test_a_kernel_that_is_restarted_while_it_trains_goes_on_in_the_new_one(book, tmp_path):
    train(book)
    book.button("notebook:restart-run-all")
    book.page.locator(".jp-Dialog .jp-mod-accept").click()
    step = int(wait_for(book.page, r"resuming on-and-off .* at epoch \d+, step (\d+)").group(1))
    assert step >= ENOUGH
    wait_for(book.page, "FINISHED")
    assert updates(tmp_path) == list(range(1, EPOCHS * UPDATES + 1))
