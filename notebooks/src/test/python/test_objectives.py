"""Objectives written in a cell: the examples of docs/objectives.md, killed in mid-training and resumed."""
import csv
import json
import os
import pathlib
import re
import signal
import time

import pytest
from jupyter_client.manager import start_new_kernel

SETUP = """var pairs = Pairs.of(Datasets.movingSprites().clips(Split.TRAIN, 32).clips(Split.VALIDATION, 16)
        .clips(Split.TEST, 2)).frames(2).size(32);
var small = Encoders.tiny().width(32).projection(16).fusionLayers(1).video(v -> v.layers(1)).text(t -> t.layers(1));
var trainer = Trainer.adamW(1e-3).epochs(%d).batch(8).seed(7);"""
RUN = """var experiment = Experiment.pretraining("own").pairs(pairs).encoders(small)
        .losses(Losses.of(Objective.VTC).and(order, 0.5).and(distillation.weight(0.25)).and(naming))
        .trainer(trainer);"""
LOSSES = {"TOTAL_LOSS", "VTC_LOSS", "FRAME_ORDER_LOSS", "MOMENTUM_DISTILLATION_LOSS", "NOUN_NAMING_LOSS"}
EPOCHS = 10
STEPS = 4 * EPOCHS
KILLED_AFTER = 9  # in the middle of an epoch, behind two checkpoints


class Notebook:
    """A kernel that keeps its runs in a folder."""

    def __init__(self, kernel, runs):
        # One thread: as fast at this size, and steady on a machine that is busy.
        environment = dict(os.environ, ALPROLAB_RUNS=str(runs), OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")
        self.manager, self.client = start_new_kernel(kernel_name=kernel, env=environment)
        self.pid = int(self.value("ProcessHandle.current().pid()"))

    def run(self, code, timeout=300):
        outputs = []
        reply = self.client.execute_interactive(code, timeout=timeout, output_hook=outputs.append)["content"]
        assert reply["status"] == "ok", "\n".join(reply["traceback"])
        return outputs

    def value(self, code):
        return next(o["content"]["data"]["text/plain"] for o in self.run(code)
                    if o["msg_type"] == "execute_result")

    def error(self, code):
        reply = self.client.execute_interactive(code, timeout=60, output_hook=lambda o: None)["content"]
        assert reply["status"] == "error"
        return reply["evalue"]

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)
        self.close()

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


@pytest.fixture(scope="module")
def examples(root):
    text = (root / "docs" / "objectives.md").read_text()
    found = dict(re.findall(r"<!-- test: (\w+) -->\n```java\n(.*?)```", text, re.DOTALL))
    assert set(found) == {"order", "distillation", "naming"}
    return found


@pytest.fixture
def notebook(kernel):
    opened = []

    def start(runs):
        opened.append(Notebook(kernel, runs))
        return opened[-1]
    yield start
    for one in opened:
        one.close()


def define(book, examples, epochs=EPOCHS):
    for code in [SETUP % epochs, examples["order"], examples["distillation"], examples["naming"], RUN]:
        book.run(code)


def folder(runs):
    """The folder of the one run."""
    found = [p.parent for p in pathlib.Path(runs).glob("own/*/run.json")]
    assert len(found) == 1, found
    return found[0]


def rows(runs):
    """Figures by step, split and metric; of repeated steps the last."""
    with open(folder(runs) / "metrics.csv") as file:
        return {(int(r["step"]), r["split"], r["metric"]): r["value"] for r in csv.DictReader(file)
                if r["metric"] not in ("CLIPS_PER_SECOND", "WAITED_FOR_DATA")}


def killed_in_training(book, runs):
    book.client.execute("experiment.run()")
    file = None
    for _ in range(1200):
        time.sleep(0.05)
        file = file or next(iter(pathlib.Path(runs).glob("own/*/metrics.csv")), None)
        if file and file.read_text().count("TRAIN,TOTAL_LOSS") > KILLED_AFTER:
            break
    book.kill()
    done = max(step for step, _, _ in rows(runs))
    assert KILLED_AFTER < done < STEPS, f"killed at step {done} of {STEPS}"


def test_cells_define_objectives_that_train_resume_and_are_recorded(notebook, examples, tmp_path):
    straight, broken = tmp_path / "straight", tmp_path / "broken"
    book = notebook(straight)
    define(book, examples)
    assert "✓ C01  Nothing is missing for VTC, frame order, momentum distillation, noun naming." in book.value("experiment.check().all()")
    shown = book.run("var run = experiment.run();")
    progress = [o["content"]["data"]["text/plain"] for o in shown if o["msg_type"] == "update_display_data"]
    assert any("frame order loss" in p and "momentum distillation loss" in p for p in progress)
    curves = book.value("run.curves()")
    assert "frame order loss" in curves and "coin = 0.69" in curves and "ln B = 2.08" in curves
    assert "frame order accuracy" in book.value("run.metrics()")
    assert "frame order accuracy" in book.value("run.accuracies()")

    expected = rows(straight)
    assert {m for s, split, m in expected if split == "TRAIN" and m.endswith("LOSS")} == LOSSES
    assert ("VALIDATION", "FRAME_ORDER_ACCURACY") in {(split, m) for _, split, m in expected}
    record = json.loads((folder(straight) / "experiment.json").read_text())["losses"]
    assert record["frame_order"]["source"] == examples["order"].strip()
    assert record["frame_order"]["weight"] == 0.5
    assert record["momentum_distillation"]["share"] == 0.4
    program = (folder(straight) / "experiment.java").read_text()
    assert program.index(examples["order"].strip()) < program.index(
        "Losses.of(Objective.VTC, order.weight(0.5), distillation.weight(0.25), naming)")

    first = notebook(broken)
    define(first, examples)
    killed_in_training(first, broken)
    second = notebook(broken)
    define(second, examples)
    notes = "".join(o["content"]["data"]["text/plain"] for o in second.run("var run = experiment.run();")
                    if o["msg_type"] == "display_data")
    assert "resuming own" in notes
    assert folder(broken).name == folder(straight).name
    assert rows(broken) == expected


def test_another_text_is_another_run_and_one_without_its_cell_opens_and_says_so(notebook, examples, tmp_path):
    book = notebook(tmp_path)
    define(book, examples, epochs=1)
    book.run("var run = experiment.run();")
    hash_before = book.value("experiment.hash()")
    define(book, examples, epochs=1)
    assert book.value("experiment.hash()") == hash_before
    define(book, {**examples, "order": examples["order"].replace("step.coins", "/* fair */ step.coins")}, epochs=1)
    assert book.value("experiment.hash()") != hash_before
    book.run("double share = 0.5;")
    helped = examples["order"].replace('var flip = step.coins("flip");', 'var flip = step.coins("flip" + share);')
    define(book, {**examples, "order": helped}, epochs=1)
    with_half = book.value("experiment.hash()")
    book.run("double share = 0.6;")
    define(book, {**examples, "order": helped}, epochs=1)
    assert book.value("experiment.hash()") != with_half

    other = notebook(tmp_path)
    other.run(SETUP % 1)
    other.run(f'var run = (PretrainingRun) Runs.open(Path.of("{folder_of_first(tmp_path)}"));')
    assert "coin = 0.69" in other.value("run.curves()")
    assert "frame order accuracy" in other.value("run.metrics()")
    assert "frame order" in other.value("run.losses().describe()")
    other.run('var again = Experiment.pretraining("own").pairs(pairs).encoders(small)'
              '.losses(run.losses()).trainer(trainer);')
    assert other.value("again.hash()") == hash_before
    assert "the objective “frame order”" in other.error('again.trainer(t -> t.epochs(2)).run()').lower()


def folder_of_first(runs):
    return sorted(pathlib.Path(runs).glob("own/*/run.json"), key=lambda p: p.stat().st_mtime)[0].parent


def test_a_wrong_shape_names_the_objective_and_both_shapes(notebook, examples, tmp_path):
    book = notebook(tmp_path)
    book.run(SETUP % 1)
    book.run(examples["order"].replace("scores.crossEntropy(flip)", "scores.add(cls).mean()"))
    said = book.error('Experiment.pretraining("own").pairs(pairs).encoders(small)'
                      '.losses(Losses.of(order)).trainer(trainer).run()')
    assert "Objective “frame order”: add of (8, 2) and (8, 32)" in said
