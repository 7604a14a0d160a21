"""Opens notebooks in JupyterLab in a headless browser, to test and to look at them.

As a program: pages.py FOLDER OUT writes a picture of every notebook in FOLDER to OUT.
"""
import contextlib
import json
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

from playwright.sync_api import sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync"]
WIDTH = 1400
TALLEST = 24000


def browser():
    """The path of an installed browser; None where there is none."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


@contextlib.contextmanager
def lab(folder, dark=False):
    """A JupyterLab server on a folder; gives its address with the token."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as settings:
        write_settings(pathlib.Path(settings), dark)
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1",
             f"--port={port}", "--IdentityProvider.token=pages", f"--ServerApp.root_dir={folder}",
             "--ServerApp.port_retries=0", f"--LabApp.user_settings_dir={settings}/settings",
             f"--LabApp.workspaces_dir={settings}/workspaces"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait(f"http://127.0.0.1:{port}/api?token=pages", server)
            yield f"http://127.0.0.1:{port}/lab/tree/{{}}?token=pages&reset"
        finally:
            server.terminate()
            server.wait()


def write_settings(folder, dark):
    """Cells are drawn also where they are out of sight, and nothing is asked."""
    values = {
        "notebook-extension/tracker": {"windowingMode": "none"},
        "apputils-extension/themes": {"theme": "JupyterLab Dark" if dark else "JupyterLab Light"},
        "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    }
    for name, value in values.items():
        path = folder / "settings" / "@jupyterlab" / (name + ".jupyterlab-settings")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value))


def wait(address, server, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("JupyterLab did not start")


@contextlib.contextmanager
def window(scale=1):
    """A page of a browser."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser(), args=SWITCHES)
        try:
            yield chromium.new_page(viewport={"width": WIDTH, "height": 1000},
                                    device_scale_factor=scale)
        finally:
            chromium.close()


def show(page, address, notebook):
    """Opens a notebook and makes the window as tall as it."""
    cells = len(json.loads(notebook.read_text())["cells"])
    page.goto(address.format(notebook.name))
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60_000)
    page.wait_for_function(
        f"document.querySelectorAll('.jp-NotebookPanel .jp-Cell').length >= {cells}", timeout=60_000)
    page.wait_for_timeout(1500)
    height = page.evaluate("""() => Math.max(...[...document.querySelectorAll(
        '.jp-WindowedPanel-outer, .jp-Notebook')].map(e => e.scrollHeight))""")
    page.set_viewport_size({"width": WIDTH, "height": min(TALLEST, height + 140)})
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
