"""Opens notebooks in JupyterLab in a headless browser, to test and to look at them.

As a program: pages.py FOLDER OUT writes a picture of every notebook in FOLDER to OUT.
"""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[4] / "kernel/src/test/python"))

from browser import BROWSERS, WIDTH, Lab, browser, lab, window  # noqa: E402,F401  (found by the line above)

TALLEST = 24000


def show(page, address, notebook, width=WIDTH):
    """Opens a notebook and makes the window as tall as it."""
    cells = len(json.loads(notebook.read_text())["cells"])
    page.goto(address.format(notebook.name))
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60_000)
    page.wait_for_function(
        f"document.querySelectorAll('.jp-NotebookPanel .jp-Cell').length >= {cells}", timeout=60_000)
    page.wait_for_timeout(1500)
    height = page.evaluate("""() => Math.max(...[...document.querySelectorAll(
        '.jp-WindowedPanel-outer, .jp-Notebook')].map(e => e.scrollHeight))""")
    page.set_viewport_size({"width": width, "height": min(TALLEST, height + 140)})
    page.wait_for_timeout(800)


def main(folder, out):
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    for theme in ("light", "dark"):
        with lab(folder, theme == "dark") as address:
            for notebook in sorted(pathlib.Path(folder).glob("*.ipynb")):
                with window() as page:
                    show(page, address, notebook)
                    panel = page.locator(".jp-NotebookPanel")
                    panel.screenshot(path=str(out / f"{notebook.stem}-{theme}.png"))


if __name__ == "__main__":
    main(*sys.argv[1:])
