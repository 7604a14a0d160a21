"""The notebooks that everybody meets first, executed through the kernel in a short form."""
import csv

import nbformat
import pytest
import run_notebooks

NOTEBOOKS = ["01_pretraining", "02_zero_shot_retrieval"]


def test_all_cells_of_both_notebooks_run_without_warnings(entries):
    assert [(e["name"], e["status"], e["stderr_cells"]) for e in entries] == [
        ("01_pretraining", "ok", 0), ("02_zero_shot_retrieval", "ok", 0)]


def test_accuracies_are_reported_beside_chance(entries):
    metrics = entries[0]["metrics"]
    assert set(metrics) == {"vtm_accuracy", "mlm_accuracy", "pseudo_label_top1"}
    for values in metrics.values():
        assert 0 <= values["value"] <= 1 and 0 < values["chance"] < 1
    assert metrics["vtm_accuracy"]["chance"] == pytest.approx(2 / 3)


def test_retrieval_is_reported_both_ways(entries):
    metrics = entries[1]["metrics"]
    assert set(metrics) == {"text_to_video", "video_to_text"}
    for values in metrics.values():
        assert set(values) == {"r1", "r5", "r10", "median_rank", "mean_rank", "gallery", "chance_r1"}
        assert values["gallery"] == 32 and values["chance_r1"] == pytest.approx(100 / 32)
        assert 1 <= values["median_rank"] <= 32
        assert values["r1"] <= values["r5"] <= values["r10"]


@pytest.mark.parametrize("name, figures", [("01_pretraining", 6), ("02_zero_shot_retrieval", 4)])
def test_figures_are_pictures_with_words(entries, out, name, figures):
    book = nbformat.read(out / (name + ".ipynb"), as_version=4)
    pictures = [o.data for c in book.cells for o in c.get("outputs", [])
                if any(t.startswith("image/") for t in o.get("data", {}))]
    assert len(pictures) == figures
    assert all(len(p["text/plain"]) > 20 for p in pictures)


def test_the_same_seed_gives_the_same_losses(execute_short, entries, out, tmp_path):
    execute_short(tmp_path, "01_pretraining.ipynb")
    assert losses(tmp_path) == losses(out)


def losses(folder):
    """Every loss of both trainings by run, step and split."""
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
    stated = [line.strip() for line in block.splitlines() if "chance" in line]
    saved = [run_notebooks.metric_line(figure, values).strip() for name in NOTEBOOKS
             for figure, values in run_notebooks.merged_metrics(committed(root, name)).items()]
    assert sorted(stated) == sorted(saved)
    assert len(saved) == 5


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
    assert "/root/" not in path.read_text() and "/work/" not in path.read_text()
