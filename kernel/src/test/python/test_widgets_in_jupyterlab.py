"""Widgets in a real JupyterLab, moved by mouse and keyboard in a headless browser.

Pictures of every step stay under kernel/target/screenshots, to be looked at.
"""
import json

import browser
import pytest
from test_jupyterlab import NAME, PICTURES
from test_widgets import FILM

CELLS = [
    """var epochs = slider(1, 20).label("epochs");
var id = display("nothing moved yet");
epochs.onChange(n -> updateDisplay(id, "epochs: " + n));
epochs""",
    """var words = textBox().label("search");
words.onChange(text -> System.out.println("looks for " + text));
words""",
    'var split = choice("train", "validation", "test").label("split"); split',
    'var run = button("Run", () -> { throw new IllegalStateException("nothing to run: " + split.value()); }); run',
    """import io.github.alprolab.kernel.api.widget.*;
class Counter extends Widget {
    final Property<Integer> count = property("count", 0);
    Counter() {
        super(\"\"\"
            export default { render({ model, el }) {
                const button = document.createElement("button");
                const show = () => button.textContent = "count is " + model.get("count");
                button.onclick = () => { model.set("count", model.get("count") + 1); model.save_changes(); };
                model.on("change:count", show);
                show();
                el.append(button);
            } }
            \"\"\");
    }
}
var counter = new Counter(); counter""",
    FILM + 'var film8 = player(film, 8).boxes(boxes).caption("a red <ball> rolls"); film8',
    """var chart = liveChart("loss");
display(chart);
for (int i = 1; i <= 300; i++) { chart.add("train", i, Math.exp(-i / 80.0)).add("validation", i, 0.1 + Math.exp(-i / 90.0)); Thread.sleep(3); }""",
    "",
]


@pytest.fixture(scope="module", params=["light", "dark"])
def lab(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("notebooks")
    cells = [{"cell_type": "code", "id": f"cell{i}", "metadata": {}, "source": source,
              "outputs": [], "execution_count": None} for i, source in enumerate(CELLS)]
    metadata = {"kernelspec": {"name": NAME, "display_name": NAME, "language": "java"}}
    (folder / "kernel.ipynb").write_text(
        json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}))
    with browser.lab(folder, request.param == "dark") as address, browser.window() as page:
        opened = browser.Lab(page, request.param, PICTURES)
        opened.open(address)
        opened.menu("Run", "Run All Cells")
        opened.prompt(6, "[7]:")
        opened.idle()
        page.locator("text=count is 0").wait_for(timeout=60_000)
        yield opened
        page.set_viewport_size({"width": browser.WIDTH, "height": 2100})
        page.wait_for_timeout(500)
        opened.picture("widgets")


def value(lab, code):
    """What a cell says to an expression."""
    lab.type(7, code)
    lab.run(7)
    lab.idle()
    output = lab.output(7).first
    output.wait_for(timeout=20_000)
    return output.inner_text().strip()


def test_a_slider_is_moved_by_the_keyboard_and_the_kernel_follows(lab):
    knob = lab.cell(0).locator("input[type=range]")
    knob.focus()
    for _ in range(4):
        lab.page.keyboard.press("ArrowRight")
    lab.page.wait_for_function("() => document.body.textContent.includes('epochs: 5')", timeout=20_000)
    assert value(lab, "epochs.value()") == "5"


def test_a_slider_is_dragged_by_the_mouse(lab):
    knob = lab.cell(0).locator("input[type=range]")
    knob.scroll_into_view_if_needed()
    box = knob.bounding_box()
    lab.page.mouse.move(box["x"] + 5, box["y"] + box["height"] / 2)
    lab.page.mouse.down()
    lab.page.mouse.move(box["x"] + box["width"] - 1, box["y"] + box["height"] / 2, steps=12)
    lab.page.mouse.up()
    lab.page.wait_for_function("() => document.body.textContent.includes('epochs: 20')", timeout=20_000)
    assert value(lab, "epochs.value()") == "20"


def test_the_kernel_moves_a_slider(lab):
    assert value(lab, "epochs.set(7); epochs.value()") == "7"
    lab.page.wait_for_function(
        "() => document.querySelector('.jp-NotebookPanel input[type=range]').value === '7'", timeout=20_000)


def test_a_text_box_is_typed_into_and_what_its_listener_prints_is_seen_below_it(lab):
    lab.cell(1).locator("input[type=text]").click()
    lab.page.keyboard.type("a red ball", delay=15)
    lab.output(1).locator("text=looks for a red ball").wait_for(timeout=20_000)
    assert value(lab, "words.value()") == "a red ball"


def test_a_choice_is_made(lab):
    lab.cell(2).locator("select").select_option("test")
    assert value(lab, "split.value()") == "test"


def test_an_error_of_a_listener_is_seen_below_its_widget(lab):
    lab.cell(3).locator("button.kernel-widget").click()
    failed = lab.output(3).locator("text=nothing to run")
    failed.first.wait_for(timeout=20_000)
    assert "cell 4, line 1" in lab.cell(3).inner_text()


def test_a_widget_that_a_cell_declares_counts(lab):
    lab.page.locator("text=count is 0").click()
    lab.page.locator("text=count is 1").click()
    lab.page.locator("text=count is 2").wait_for(timeout=20_000)
    assert value(lab, "counter.count.get()") == "2"
    assert value(lab, "counter.count.set(40); counter.count.get()") == "40"
    lab.page.locator("text=count is 40").wait_for(timeout=20_000)


def test_the_scrubber_of_a_video_is_moved_and_its_box_with_it(lab):
    player = lab.cell(5)
    box = player.locator(".kernel-player-box")
    before = box.bounding_box()["x"]
    player.locator("input[type=range]").focus()
    for _ in range(3):
        lab.page.keyboard.press("ArrowRight")
    assert "frame 4 of 8 · 0.38 s" in player.inner_text()
    assert box.bounding_box()["x"] > before + 60 and box.inner_text() == "ball"
    assert value(lab, "film8.frame()") == "3"
    assert "a red <ball> rolls" in player.inner_text()
    player.locator(".kernel-player-bar label").click()
    assert box.count() == 0
    player.locator(".kernel-player-bar label").click()
    assert player.locator(".kernel-player-stage img").evaluate("i => i.naturalWidth") == 96


def test_a_video_plays_and_the_kernel_hears_where_it_is_paused(lab):
    player = lab.cell(5)
    player.locator("button", has_text="▶").click()
    lab.page.wait_for_function("() => document.body.textContent.includes('frame 7 of 8')", timeout=20_000)
    player.locator("button", has_text="❚❚").click()
    shown = player.locator(".kernel-player-bar output").inner_text()
    assert value(lab, "film8.frame() + 1") == shown.split()[1]


def test_a_chart_is_seen_as_it_was_last(lab):
    chart = lab.cell(6).locator("svg[role=img]")
    assert chart.count() == 1 and chart.bounding_box()["width"] > 400
    assert "train 0.02352" in chart.text_content() and "validation 0.1357" in chart.text_content()


def test_a_page_that_is_loaded_anew_shows_what_the_kernel_holds(lab):
    lab.page.keyboard.press("Control+S")
    lab.page.wait_for_timeout(1000)
    lab.page.reload()
    lab.page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60_000)
    lab.page.locator("text=count is 40").wait_for(timeout=60_000)
    assert lab.cell(1).locator("input[type=text]").input_value() == "a red ball"
