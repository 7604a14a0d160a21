"""What notebooks 0 and 4 promise: three cells in an empty notebook are enough."""
import os

import nbformat
import pytest
from jupyter_client.manager import start_new_kernel

# Less to learn, so that it takes seconds; the words stay those of the notebook.
SMALL = [("colours(256", "colours(64"), ("epochs(6)", "epochs(1)")]


@pytest.fixture
def empty(kernel, tmp_path):
    """Runs cells in a fresh kernel and gives the bundles of each; its folder is empty."""
    environment = dict(os.environ, ALPROLAB_RUNS=str(tmp_path / "runs"))
    manager, client = start_new_kernel(kernel_name=kernel, env=environment, cwd=str(tmp_path))

    def run(*cells):
        results = []
        for cell in cells:
            outputs = []
            reply = client.execute_interactive(cell, timeout=300, output_hook=outputs.append)["content"]
            assert reply["status"] == "ok", "\n".join(reply.get("traceback", []))
            results.append([o["content"]["data"] for o in outputs if "data" in o["content"]])
        return results
    yield run
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def code_under(root, name, heading, count):
    """The first code cells below a heading of a committed notebook."""
    cells = nbformat.read(root / "notebooks" / (name + ".ipynb"), as_version=4).cells
    place = next(i for i, c in enumerate(cells) if c.source.startswith("## " + heading))
    return [c.source for c in cells[place:] if c.cell_type == "code"][:count]


def cells_under(*where):
    """The same, smaller."""
    code = code_under(*where)
    for words, smaller in SMALL:
        code = [cell.replace(words, smaller) for cell in code]
    return code


def test_readme_has_the_cells_that_are_run_here(root):
    told = (root / "README.md").read_text()
    for name, heading in (("00_first_steps", "Three cells"), ("04_your_own_videos", "Three cells")):
        for cell in code_under(root, name, heading, 3):
            assert f"```java\n{cell}\n```" in told


def test_a_model_of_ones_own(empty, root):
    *_, found = empty(*cells_under(root, "00_first_steps", "Three cells", 3))
    assert "best 3 of 8 clips" in found[-1]["text/plain"] and "image/jpeg" in found[-1]


def test_a_search_in_a_folder_of_files(empty, root, tmp_path):
    films = root / "notebooks" / "clips"
    (tmp_path / "my-videos").symlink_to(films)
    folder, model, search = cells_under(root, "04_your_own_videos", "Three cells", 3)
    *_, found = empty(folder, model, search)
    assert "of 3 clips" in found[-1]["text/plain"]
    assert all(film.name in found[-1]["text/plain"] for film in films.glob("*.mp4"))
