"""The values of the language that a reader moves, in a real JupyterLab: player, search box, crop explorer.

Pictures stay under notebooks/target/screenshots, to be looked at.
"""
import json
import re

import pages
import pytest

CELLS = [
    """var pairs = Pairs.of(Datasets.movingSprites().clips(Split.TRAIN, 32).clips(Split.VALIDATION, 8).clips(Split.TEST, 8))
        .frames(2).size(64);
var teacher = Experiment.prompter("moved-prompter").pairs(pairs)
        .encoders(Encoders.tiny().width(32).projection(16).fusionLayers(1).video(v -> v.layers(1)).text(t -> t.layers(1)))
        .trainer(Trainer.adamW(1e-3).epochs(1).batch(8)).run();
var prompter = Prompter.from(teacher.best()).entities(Entities.nouns(pairs.only(Split.TRAIN)).top(20));
var clip = pairs.only(Split.VALIDATION).sample(1).get(0);
var run = Experiment.retrieval("moved-retrieval").pairs(pairs.only(Split.TEST)).from(teacher.best()).run();""",
    "clip.player()",
    "run.searchBox()",
    "var explorer = prompter.explore(clip); explorer",
]


@pytest.fixture(scope="module")
def book(kernel, root, tmp_path_factory):
    if pages.browser() is None:
        pytest.skip("no browser: none of " + ", ".join(pages.BROWSERS) + " is installed")
    folder = tmp_path_factory.mktemp("moved")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ALPROLAB_RUNS", str(folder / "runs"))
        metadata = {"kernelspec": {"name": kernel, "display_name": kernel, "language": "java"}}
        cells = [{"cell_type": "code", "id": f"cell{i}", "metadata": {}, "source": source,
                  "outputs": [], "execution_count": None} for i, source in enumerate(CELLS)]
        (folder / "moved.ipynb").write_text(
            json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}))
        with pages.lab(folder) as address, pages.window() as page:
            pages.show(page, address, folder / "moved.ipynb")
            page.locator("#jp-main-statusbar", has_text="| Idle").wait_for(timeout=60_000)
            page.locator(".lm-MenuBar-item", has_text="Run").first.click()
            page.locator(".lm-Menu-item", has_text="Run All Cells").first.click()
            page.locator(".alprolab-explorer").wait_for(timeout=300_000)
            page.set_viewport_size({"width": pages.WIDTH, "height": 2300})
            yield page
            pictures = root / "notebooks" / "target" / "screenshots"
            pictures.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=str(pictures / "moved-light.png"))
            page.locator(".lm-MenuBar-item", has_text="Settings").first.click()
            page.locator(".lm-Menu-item", has_text="Theme").first.hover()
            page.locator(".lm-Menu-item", has_text=re.compile("^JupyterLab Dark$")).first.click()
            page.wait_for_timeout(1500)
            page.screenshot(path=str(pictures / "moved-dark.png"))


def cell(page, number):
    return page.locator(".jp-NotebookPanel .jp-CodeCell").nth(number)


def test_the_scrubber_moves_through_the_clip_with_the_boxes_of_its_sprites(book):
    player = cell(book, 1)
    assert "validation-" in player.locator(".kernel-player-caption").inner_text()
    scrubber = player.locator("input[type=range]")
    frames = int(scrubber.get_attribute("max")) + 1
    assert frames > 16
    seen = set()
    scrubber.focus()
    for _ in range(frames - 1):
        book.keyboard.press("ArrowRight")
        seen |= set(player.locator(".kernel-player-box").all_inner_texts())
    assert f"frame {frames} of {frames}" in player.inner_text()
    caption = player.locator(".kernel-player-caption").inner_text()
    assert seen and all(name in caption for name in seen)
    scrubber.press("Home")
    for _ in range(frames // 2):
        book.keyboard.press("ArrowRight")


def test_what_is_typed_is_looked_for(book):
    box = cell(book, 2)
    line = box.locator("input[type=search]")
    picture = box.locator("img")
    before = picture.get_attribute("src")
    assert line.input_value() in picture.get_attribute("alt")
    line.fill("")
    line.press_sequentially("a dog moves left", delay=20)
    book.wait_for_function("() => document.querySelector('.alprolab-widget img').alt.includes('“a dog moves left” · best 5 of 8')",
                           timeout=60_000)
    assert picture.get_attribute("src") != before
    book.wait_for_function("() => document.querySelector('.alprolab-widget img').naturalWidth > 600", timeout=20_000)


def test_the_box_is_dragged_and_the_label_follows(book):
    explorer = cell(book, 3)
    bars = explorer.locator(".alprolab-bars")
    assert bars.locator(".alprolab-bar").count() == 5
    corner = explorer.locator(".alprolab-corner")
    box = explorer.locator(".alprolab-box")
    stage = explorer.locator(".alprolab-stage").bounding_box()
    box.focus()
    for key in ["Shift+ArrowLeft", "Shift+ArrowUp"] * 4:
        book.keyboard.press(key)  # to one patch
    for key in ["ArrowLeft", "ArrowUp"] * 4:
        book.keyboard.press(key)  # to the corner
    assert box.bounding_box()["width"] == pytest.approx(stage["width"] / 4, abs=2)
    book.wait_for_timeout(1500)
    before = bars.inner_text()
    at = box.bounding_box()
    book.mouse.move(at["x"] + 10, at["y"] + 10)
    book.mouse.down()
    book.mouse.move(at["x"] + 10 + 0.55 * stage["width"], at["y"] + 10 + 0.3 * stage["height"], steps=8)
    book.mouse.up()
    assert box.bounding_box()["x"] == pytest.approx(stage["x"] + stage["width"] / 2, abs=2)
    at = corner.bounding_box()
    book.mouse.move(at["x"] + 5, at["y"] + 5)
    book.mouse.down()
    book.mouse.move(at["x"] + 5 + 2 * stage["width"], at["y"] + 5 + stage["height"] / 4, steps=8)
    book.mouse.up()
    assert box.bounding_box()["width"] == pytest.approx(stage["width"] / 2, abs=2), "it ends at the frame's edge"
    book.wait_for_function("b => document.querySelector('.alprolab-bars').innerText !== b", arg=before, timeout=20_000)
