"""JupyterLab and a headless browser for tests that look at notebooks as people do."""
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


class Lab:
    """A notebook in a window, as somebody who works with it uses it."""

    def __init__(self, page, theme, pictures):
        self.page = page
        self.theme = theme
        self.pictures = pictures

    def open(self, address, notebook="kernel.ipynb"):
        self.page.goto(address.format(notebook))
        self.page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60_000)
        self.idle()

    def idle(self):
        """The status bar knows the kernel; a cell that is run before that does nothing."""
        self.page.locator("#jp-main-statusbar", has_text="| Idle").wait_for(timeout=60_000)

    def picture(self, step):
        self.pictures.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=str(self.pictures / f"{step}-{self.theme}.png"))

    def menu(self, name, item):
        self.page.locator(".lm-MenuBar-item", has_text=name).first.click()
        self.page.locator(".lm-Menu-item", has_text=item).first.click()

    def button(self, command):
        self.page.locator(f".jp-NotebookPanel-toolbar [data-command='{command}']").first.click()

    def cell(self, index):
        return self.page.locator(".jp-NotebookPanel .jp-CodeCell").nth(index)

    def type(self, index, text):
        """Replaces a cell's source, key by key as JupyterLab reacts to keys."""
        editor = self.cell(index).locator(".cm-content")
        editor.click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.press("Delete")
        self.page.keyboard.type(text, delay=20)

    def run(self, index):
        self.cell(index).locator(".cm-content").click()
        self.page.keyboard.press("Control+Enter")

    def prompt(self, index, text):
        self.page.wait_for_function(
            "([i, t]) => document.querySelectorAll('.jp-NotebookPanel .jp-CodeCell')[i]"
            ".querySelector('.jp-InputPrompt').textContent.trim() === t", arg=[index, text], timeout=60_000)

    def output(self, index):
        return self.cell(index).locator(".jp-OutputArea-output")
