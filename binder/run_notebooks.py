"""Executes notebooks headless through the kernel `alpro` and collects their figures.

Each notebook is written executed, as .ipynb and as .html, also when a cell fails. Outputs of the MIME
type application/vnd.alprolab.metrics+json are merged into results.json.
"""
import argparse
import datetime
import json
import os
import platform
import re
import sys
import time
from pathlib import Path

import nbformat
import psutil
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbconvert import HTMLExporter

METRICS = "application/vnd.alprolab.metrics+json"
DEFAULT = ["notebooks/01_pretraining.ipynb", "notebooks/02_zero_shot_retrieval.ipynb"]
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
QUIET_SECONDS = 15


def java_literal(value):
    """A value from the command line as Java: numbers and booleans as they are, else a String."""
    if re.fullmatch(r"-?\d+(\.\d+)?([eE]-?\d+)?[Ld]?|true|false", value):
        return value
    return json.dumps(value, ensure_ascii=False)


def inject(notebook, values):
    """Adds a cell that re-declares parameters behind the one tagged `parameters`."""
    place = next((i for i, c in enumerate(notebook.cells)
                  if "parameters" in c.metadata.get("tags", [])), None)
    if place is None or not values:
        return []
    declared = dict(re.findall(r"(\w+)\s*=\s*([^;]+);", notebook.cells[place].source))
    used = {name: value for name, value in values.items() if name in declared}
    if used:
        lines = [f"{java_type(notebook.cells[place].source, name)} {name} = {java_literal(value)};"
                 for name, value in used.items()]
        cell = nbformat.v4.new_code_cell("\n".join(lines), id="injected-parameters")
        cell.metadata["tags"] = ["injected-parameters"]
        notebook.cells.insert(place + 1, cell)
    return list(used)


def java_type(source, name):
    found = re.search(rf"(\w+)\s+{name}\s*=", source)
    return found.group(1) if found else "var"


def merged_metrics(notebook):
    """All figures that the notebook's outputs carry."""
    metrics = {}
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            metrics.update(output.get("data", {}).get(METRICS, {}))
    return metrics


def stderr_cells(notebook):
    """How many cells wrote warnings."""
    return sum(any(o.get("name") == "stderr" for o in c.get("outputs", [])) for c in notebook.cells)


class Watched(NotebookClient):
    """Tells on the console what runs, and remembers the kernel's largest memory."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.peak_mb = 0.0
        self.told = 0.0

    def process_message(self, msg, cell, cell_index):
        if msg["msg_type"] in ("update_display_data", "display_data"):
            now = time.monotonic()
            if now - self.told >= QUIET_SECONDS:
                self.told = now
                text = msg["content"].get("data", {}).get("text/plain", "")
                print("      " + " ".join(text.split())[:150], flush=True)
        return super().process_message(msg, cell, cell_index)

    async def async_execute_cell(self, cell, cell_index, **kwargs):
        if cell.cell_type == "code":
            first = next((line for line in cell.source.splitlines() if line.strip()), "")
            print(f"  [{cell_index + 1:2}] {first[:100]}", flush=True)
            self.told = time.monotonic()
        result = await super().async_execute_cell(cell, cell_index, **kwargs)
        self.measure()
        return result

    def measure(self):
        provisioner = getattr(self.km, "provisioner", None)
        process = getattr(provisioner, "process", None)
        if process is not None and process.poll() is None:
            self.peak_mb = max(self.peak_mb, peak_memory_mb(process.pid))


def peak_memory_mb(pid):
    """Largest resident memory of a process so far, in MB."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) / 1024
    except (OSError, AttributeError):
        return psutil.Process(pid).memory_info().rss / 2**20


def execute(path, out, values):
    """Runs one notebook and returns its entry of results.json."""
    notebook = nbformat.read(path, as_version=4)
    inject(notebook, values)
    print(path.name, flush=True)
    client = Watched(notebook, kernel_name="alpro", timeout=None, startup_timeout=120,
                     resources={"metadata": {"path": str(path.parent)}})
    entry = {"name": path.stem, "status": "ok"}
    began = time.monotonic()
    try:
        client.execute()
    except CellExecutionError as error:
        entry["status"] = "error"
        entry["error"] = COLOURS.sub("", str(error))
    entry["seconds"] = round(time.monotonic() - began, 1)
    entry["peak_memory_mb"] = round(client.peak_mb)
    entry["metrics"] = merged_metrics(notebook)
    entry["stderr_cells"] = stderr_cells(notebook)
    write(out / path.name, nbformat.writes(notebook))
    html, _ = HTMLExporter().from_notebook_node(notebook)
    write(out / (path.stem + ".html"), html)
    return entry


def write(path, text):
    """Writes beside the file first, so that a stop leaves no half file."""
    unfinished = path.with_name(path.name + ".part")
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(path)


def machine():
    return {"cores": os.cpu_count(), "memory_mb": round(psutil.virtual_memory().total / 2**20),
            "system": platform.platform(), "python": platform.python_version()}


def table(entries):
    """The entries as lines to read."""
    lines = [f"{'notebook':28} {'status':7} {'seconds':>8} {'peak MB':>8}"]
    for entry in entries:
        lines.append(f"{entry['name']:28} {entry['status']:7} {entry['seconds']:8.1f} "
                     f"{entry['peak_memory_mb']:8}")
        for name, values in entry["metrics"].items():
            lines.append("    " + metric_line(name, values))
        if entry["stderr_cells"]:
            lines.append(f"    {entry['stderr_cells']} cells wrote to stderr")
    return "\n".join(lines)


def metric_line(name, values):
    if "r1" in values:
        return (f"{name:20} R@1 {values['r1']:5.1f}  R@5 {values['r5']:5.1f}  R@10 {values['r10']:5.1f}"
                f"  median rank {values['median_rank']:g}  mean rank {values['mean_rank']:.1f}"
                f"  of {values['gallery']}  chance R@1 {values['chance_r1']:.2f}")
    return f"{name:20} {values['value']:.3f}  chance {values['chance']:.3f}"


def arguments(given):
    parser = argparse.ArgumentParser(prog="lab run")
    parser.add_argument("notebooks", nargs="*")
    parser.add_argument("--out", default=None)
    parser.add_argument("--set", action="append", default=[], metavar="name=value", dest="values")
    parser.add_argument("--root", required=True, help=argparse.SUPPRESS)
    args = parser.parse_args(given)
    for pair in args.values:
        if "=" not in pair:
            parser.error(f"--set {pair}: write name=value, for example --set epochs=1")
    root = Path(args.root)
    notebooks = [Path(n) for n in args.notebooks] or [root / n for n in DEFAULT]
    for notebook in notebooks:
        if not notebook.is_file():
            parser.error(f"{notebook} is not there")
    out = Path(args.out) if args.out else root / "runs" / "notebooks"
    return notebooks, out.absolute(), dict(p.split("=", 1) for p in args.values)


def main(given):
    notebooks, out, values = arguments(given)
    out.mkdir(parents=True, exist_ok=True)
    os.environ["ALPROLAB_RUNS"] = str(out / "records")
    results = {"started": datetime.datetime.now(datetime.timezone.utc).isoformat(),
               "machine": machine(), "parameters": values, "notebooks": []}
    for notebook in notebooks:
        results["notebooks"].append(execute(notebook.absolute(), out, values))
        write(out / "results.json", json.dumps(results, indent=2, ensure_ascii=False))
        if results["notebooks"][-1]["status"] != "ok":
            break
    print("\n" + table(results["notebooks"]))
    failed = [e for e in results["notebooks"] if e["status"] != "ok"]
    for entry in failed:
        print(f"\n{entry['name']} failed:\n{entry['error']}", file=sys.stderr)
    print(f"\nwritten to {out}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
