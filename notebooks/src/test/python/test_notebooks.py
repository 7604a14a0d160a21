"""The notebooks that everybody meets first, executed through the kernel in a short form."""
import csv

import nbformat
import pytest
import run_notebooks
from conftest import NOTEBOOKS


def test_all_cells_of_all_notebooks_run_without_warnings(entries):
    assert [(e["name"], e["status"], e["stderr_cells"]) for e in entries] == [(n, "ok", 0) for n in NOTEBOOKS]


def test_accuracies_are_reported_beside_chance(entries):
    metrics = entries[0]["metrics"]
    assert set(metrics) == {"vtm_accuracy", "mlm_accuracy", "pseudo_label_top1"}
    for values in metrics.values():
        assert 0 <= values["value"] <= 1 and 0 < values["chance"] < 1
    assert metrics["vtm_accuracy"]["chance"] == pytest.approx(2 / 3)


def test_retrieval_is_reported_both_ways(entries):
    metrics = entries[1]["metrics"]
    assert set(metrics) == {kind + figure for kind in ("", "tuned_")
                            for figure in ("text_to_video", "video_to_text", "compared")}
    assert "dual softmax" in "".join(metrics["compared"])
    rows = [values for name, values in metrics.items() if not name.endswith("compared")]
    for values in [*rows, *metrics["compared"].values(), *metrics["tuned_compared"].values()]:
        assert set(values) == {"r1", "r5", "r10", "median_rank", "mean_rank", "gallery", "chance_r1"}
        assert values["gallery"] == 32 and values["chance_r1"] == pytest.approx(100 / 32)
        assert 1 <= values["median_rank"] <= 32
        assert values["r1"] <= values["r5"] <= values["r10"]


def test_answers_are_reported_between_floor_and_ceiling_and_beside_random_weights(entries):
    values = entries[2]["metrics"]["qa_accuracy"]
    assert {"value", "majority", "ceiling", "from_random", "types"} == set(values)
    assert 0 < values["majority"] < values["ceiling"] <= 1
    assert all(0 <= values[k] <= values["ceiling"] for k in ("value", "from_random"))
    assert values["types"] and all({"value", "majority"} == set(of) for of in values["types"].values())


@pytest.mark.parametrize("name, figures", [("01_pretraining", 10), ("02_zero_shot_retrieval", 7), ("03_video_qa", 9)])
def test_figures_are_pictures_with_words(entries, out, name, figures):
    book = nbformat.read(out / (name + ".ipynb"), as_version=4)
    pictures = [o.data for c in book.cells for o in c.get("outputs", [])
                if any(t.startswith("image/") for t in o.get("data", {}))]
    assert len(pictures) == figures
    assert all(len(p["text/plain"]) > 20 for p in pictures)


def test_the_same_seed_gives_the_same_losses(execute_short, entries, out, tmp_path):
    execute_short(tmp_path, "01_pretraining.ipynb")
    again, first = losses(tmp_path), losses(out)
    runs = {run for run, *_ in again}
    assert len(runs) == 2
    assert again == {key: value for key, value in first.items() if key[0] in runs}


def losses(folder):
    """Every loss of all trainings by run, step and split."""
    found = {}
    for log in sorted(folder.glob("records/*/*/metrics.csv")):
        with open(log, newline="") as lines:
            for row in csv.DictReader(lines):
                if row["metric"].endswith("LOSS"):
                    key = (log.parent.parent.name, row["step"], row["split"], row["metric"])
                    found[key] = row["value"]
    assert len(found) > 10
    return found


def committed(root, name):
    return nbformat.read(root / "notebooks" / (name + ".ipynb"), as_version=4)


def test_readme_states_the_figures_of_the_committed_notebooks(root):
    block = next(b for b in (root / "README.md").read_text().split("```") if "chance R@1" in b)
    stated = [line.strip() for line in block.splitlines() if "chance" in line or "majority" in line]
    saved = [line.strip() for name in NOTEBOOKS
             for line in run_notebooks.metric_lines(run_notebooks.merged_metrics(committed(root, name)))]
    assert sorted(stated) == sorted(saved)
    assert len(saved) == 8


def test_the_table_of_retrieval_shows_the_figures_it_carries(root):
    output = next(o.data for c in committed(root, NOTEBOOKS[1]).cells for o in c.get("outputs", [])
                  if run_notebooks.METRICS in o.get("data", {}))
    rows = {line.split("  ")[0]: line.split()[-5:-2] for line in output["text/plain"].splitlines()}
    for direction, figures in output[run_notebooks.METRICS].items():
        shown = rows[direction.replace("_to_", " → ")]
        assert shown == [f"{figures[k]:.1f}" for k in ("r1", "r5", "r10")]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_the_committed_notebook_shows_what_it_makes(root, name):
    path = root / "notebooks" / (name + ".ipynb")
    book = committed(root, name)
    nbformat.validate(book)
    assert book.metadata.kernelspec.name == "alpro"
    assert path.stat().st_size <= 2**20
    assert all(c.execution_count for c in book.cells if c.cell_type == "code")
    outputs = [o for c in book.cells for o in c.get("outputs", [])]
    assert not [o for o in outputs if o.output_type in ("error", "stream")]
    text = path.read_text()
    assert not [folder for folder in ("root", "work", "home", "Users") if f"/{folder}/" in text]
