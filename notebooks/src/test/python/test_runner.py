"""The notebook runner: parameters, figures, failures."""
import json

import nbformat
import pytest
import run_notebooks
from nbformat.v4 import new_code_cell, new_notebook, new_output


def notebook(*sources, tags=()):
    cells = [new_code_cell(s) for s in sources]
    cells[0].metadata["tags"] = list(tags)
    return new_notebook(cells=cells)


def test_parameters_are_declared_again_with_their_type_behind_the_tagged_cell():
    book = notebook("int clips = 10;\nlong seed = 42;\nString name = \"a\";", "clips",
                    tags=["parameters"])
    used = run_notebooks.inject(book, {"clips": "3", "name": 'x"y', "unknown": "1"})
    assert used == ["clips", "name"]
    assert book.cells[1].source == 'int clips = 3;\nString name = "x\\"y";'
    assert book.cells[1].metadata["tags"] == ["injected-parameters"]


def refused(capsys, root, *given):
    with pytest.raises(SystemExit):
        run_notebooks.arguments([*given, "--root", str(root)])
    return capsys.readouterr().err


def test_a_misspelt_parameter_is_refused_before_anything_runs(root, tmp_path, capsys):
    told = refused(capsys, root, "--out", str(tmp_path / "out"), "--set", "testClip=32")
    assert "did you mean testClips?" in told
    assert "02_zero_shot_retrieval: testClips=256" in told and "trainClips=8192" in told
    assert not (tmp_path / "out").exists()


def test_a_value_of_another_type_is_refused(root, capsys):
    assert "epochs is int; write it as in --set epochs=" in refused(capsys, root, "--set", "epochs=1.5")
    assert run_notebooks.arguments(["--set", "seed=7", "--root", str(root)])[2] == {"seed": "7"}


def test_a_parameter_of_one_of_two_notebooks_is_enough(root):
    values = run_notebooks.arguments(["--set", "testClips=32", "--root", str(root)])[2]
    assert values == {"testClips": "32"}


def test_a_bare_name_means_the_notebook_of_the_repository(root, capsys):
    notebooks, _, _ = run_notebooks.arguments(["01_pretraining", "2_alignment", "--root", str(root)])
    units = root / "notebooks" / "course" / "source"
    assert notebooks == [(root / "notebooks" / "01_pretraining.ipynb", {}), (units / "2_alignment" / "2_alignment.ipynb", {})]
    assert "did you mean 01_pretraining?" in refused(capsys, root, "01_pretaining")


def test_the_course_is_run_whole_where_it_is_named_and_short_beside_the_notebooks(root):
    named, _, _ = run_notebooks.arguments(["course", "--set", "clips=16", "--root", str(root)])
    assert [path.stem[0] for path, _ in named] == list("123456") and all(values == {"clips": "16"} for _, values in named)
    every, _, _ = run_notebooks.arguments(["--set", "clips=16", "--root", str(root)])
    assert [values for _, values in every[:5]] == [{"clips": "16"}] * 5
    assert [values for _, values in every[5:]] == [{"clips": "16", "epochs": "2", "testClips": "96"}] * 6


def test_points_of_a_unit_are_those_that_its_checks_gave():
    book = notebook("check", "more", "plain")
    for cell, given, shown in zip(book.cells, (2, 3, None), ("2", "✗ 2.2", "7")):
        cell.metadata["nbgrader"] = {"grade": given is not None, "points": given}
        cell.outputs = [new_output("execute_result", data={"text/plain": shown}, execution_count=1)]
    assert run_notebooks.points(book) == [2, 5]
    assert run_notebooks.points(notebook("plain")) is None


def test_figures_of_all_outputs_are_merged():
    book = notebook("a", "b")
    for cell, figures in zip(book.cells, [{"x": {"value": 1, "chance": 0}}, {"y": {"value": 2, "chance": 0}}]):
        cell.outputs = [new_output("execute_result", data={run_notebooks.METRICS: figures}, execution_count=1)]
    assert set(run_notebooks.merged_metrics(book)) == {"x", "y"}


def test_a_chart_is_saved_as_pixels_alone():
    book = notebook("a", "b")
    for cell, kinds in zip(book.cells, [("image/svg+xml", "image/png"), ("image/svg+xml",)]):
        data = {kind: "x" for kind in ("text/plain", *kinds)}
        cell.outputs = [new_output("execute_result", data=data, execution_count=1)]
    run_notebooks.keep_pixels(book)
    kept = [set(c.outputs[0].data) for c in book.cells]
    assert kept == [{"text/plain", "image/png"}, {"text/plain", "image/svg+xml"}]


def test_parts_of_one_figure_are_joined():
    book = notebook("a", "b")
    parts = [{"value": 0.5, "majority": 0.1, "ceiling": 0.9}, {"from_random": 0.2}]
    for cell, part in zip(book.cells, parts):
        data = {run_notebooks.METRICS: {"qa_accuracy": part}}
        cell.outputs = [new_output("execute_result", data=data, execution_count=1)]
    merged = run_notebooks.merged_metrics(book)
    assert merged == {"qa_accuracy": {"value": 0.5, "majority": 0.1, "ceiling": 0.9, "from_random": 0.2}}
    line = run_notebooks.metric_line("qa_accuracy", merged["qa_accuracy"])
    assert line.split() == "qa_accuracy 0.500 majority 0.100 ceiling 0.900 from random 0.200".split()


def test_an_accuracy_that_nobody_trained_from_random_beside_is_told_alone():
    line = run_notebooks.metric_line("qa_accuracy", {"value": 0.5, "majority": 0.1, "ceiling": 0.9})
    assert line.split() == "qa_accuracy 0.500 majority 0.100 ceiling 0.900".split()


def test_probes_are_told_by_vtm_where_it_was_asked():
    both = {"noun by VTC": 0.9, "noun by VTM": 0.98, "action by VTC": 0.7, "action by VTM": 0.8}
    assert run_notebooks.metric_line("probes", both).split() == "probes noun 0.98 action 0.80 by VTM chance 0.50".split()
    alone = {"noun by VTC": 0.9}
    assert run_notebooks.metric_line("probes", alone).split() == "probes noun 0.90 by VTC chance 0.50".split()


def test_the_table_shows_recall_beside_chance():
    recall = {"r1": 40.0, "r5": 70.0, "r10": 90.0, "median_rank": 2, "mean_rank": 5.5, "gallery": 256,
              "chance_r1": 0.390625}
    lines = run_notebooks.table([{"name": "n", "status": "ok", "seconds": 1, "peak_memory_mb": 5,
                                  "metrics": {"text_to_video": recall}, "stderr_cells": 0}])
    assert "R@10  90.0" in lines and "chance R@1 0.39" in lines and "of 256" in lines


def test_a_failing_cell_ends_with_one_and_keeps_what_was_there(tmp_path, root, kernel, capsys):
    book = notebook("int a = 1;", "a + 1", "int b = a / 0;", "b")
    path = tmp_path / "failing.ipynb"
    nbformat.write(book, path)
    code = run_notebooks.main([str(path), "--out", str(tmp_path / "out"), "--root", str(root)])
    assert code == 1
    results = json.loads((tmp_path / "out" / "results.json").read_text())
    entry = results["notebooks"][0]
    assert entry["status"] == "error" and "ArithmeticException" in entry["error"]
    assert entry["peak_memory_mb"] > 20
    executed = nbformat.read(tmp_path / "out" / "failing.ipynb", as_version=4)
    assert executed.cells[1].outputs[0].data["text/plain"] == "2"
    assert "/ by zero" in capsys.readouterr().err
