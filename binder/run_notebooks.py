"""Executes notebooks headless through the kernel `alpro` and collects their figures.

Each notebook is written executed, as .ipynb and as .html, also when a cell fails. Outputs of the MIME
type application/vnd.alprolab.metrics+json are merged into results.json.
"""
import argparse
import datetime
import difflib
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
DEFAULT = [f"notebooks/{name}.ipynb" for name in (
    "00_first_steps", "01_pretraining", "02_zero_shot_retrieval", "03_video_qa", "04_your_own_videos")]
UNITS = [f"notebooks/course/source/{name}/{name}.ipynb" for name in (
    "1_clips", "2_alignment", "3_matching", "4_prompter", "5_objective", "6_evaluation")]
SHORT = {"clips": "32", "epochs": "2", "testClips": "96"}  # of units, where they are run beside the notebooks
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
QUIET_SECONDS = 15
TYPES = {"int": r"-?\d+", "long": r"-?\d+L?", "double": r"-?\d+(\.\d+)?([eE]-?\d+)?d?",
         "boolean": "true|false"}


def java_literal(value):
    """A value from the command line as Java: numbers and booleans as they are, else a String."""
    if re.fullmatch(r"-?\d+(\.\d+)?([eE]-?\d+)?[Ld]?|true|false", value):
        return value
    return json.dumps(value, ensure_ascii=False)


def parameters_cell(notebook):
    """The place of the cell tagged `parameters`; None where there is none."""
    return next((i for i, c in enumerate(notebook.cells)
                 if "parameters" in c.metadata.get("tags", [])), None)


def parameters(notebook):
    """What can be set, by name: the type and the value that it is declared with."""
    place = parameters_cell(notebook)
    if place is None:
        return {}
    found = re.findall(r"^\s*(\w+)\s+(\w+)\s*=\s*([^;]+);", notebook.cells[place].source, re.MULTILINE)
    return {name: (kind, value.strip()) for kind, name, value in found}


def inject(notebook, values):
    """Adds a cell that re-declares parameters behind the one tagged `parameters`."""
    declared = parameters(notebook)
    used = [name for name in values if name in declared]
    if used:
        lines = [f"{declared[name][0]} {name} = {java_literal(values[name])};" for name in used]
        cell = nbformat.v4.new_code_cell("\n".join(lines), id="injected-parameters")
        cell.metadata["tags"] = ["injected-parameters"]
        notebook.cells.insert(parameters_cell(notebook) + 1, cell)
    return used


def near(name, names):
    """A question that helps with a name that nobody knows; empty where no name is like it."""
    close = difflib.get_close_matches(name, names, n=1)
    return f"; did you mean {close[0]}?" if close else "."


def fault_of(name, value, settable):
    """Why a value cannot be set; None where it can. `settable` says types and values by notebook."""
    declaring = [declared[name] for declared in settable.values() if name in declared]
    if not declaring:
        names = {n for declared in settable.values() for n in declared}
        lines = [f"  {book}: " + (", ".join(f"{n}={v}" for n, (_, v) in declared.items()) or "nothing")
                 for book, declared in settable.items()]
        return "\n".join([f"--set {name}={value}: no notebook has a parameter {name}{near(name, names)}",
                          "what can be set, and what it is:"] + lines)
    kind, given = declaring[0]
    if not re.fullmatch(TYPES.get(kind, r"(?s).*"), value):
        return f"--set {name}={value}: {name} is {kind}; write it as in --set {name}={given}"
    return None


def found_notebook(given, root):
    """The notebook that is meant: a path, or the bare name of one of ours, a unit's for its solution. None where there is none."""
    ending = given if given.endswith(".ipynb") else given + ".ipynb"
    places = [Path(given), Path(ending)]
    if Path(given).name == given:
        places += [root / own for own in DEFAULT + UNITS if Path(own).name == ending]
    return next((p for p in places if p.is_file()), None)


def merged_metrics(notebook):
    """All figures that the notebook's outputs carry; several cells may tell parts of one."""
    metrics = {}
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            for name, values in output.get("data", {}).get(METRICS, {}).items():
                metrics.setdefault(name, {}).update(values)
    return metrics


def points(notebook):
    """What the checks of a unit of the course gave, and what they can give; None where there are none."""
    checks = [c for c in notebook.cells if c.cell_type == "code" and c.metadata.get("nbgrader", {}).get("grade")]
    given = [float(o["data"]["text/plain"]) for c in checks for o in c.outputs
             if re.fullmatch(r"[\d.]+", o.get("data", {}).get("text/plain", ""))]
    return [sum(given), sum(c.metadata.nbgrader.points for c in checks)] if checks else None


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
    entry["points"] = points(notebook)
    entry["stderr_cells"] = stderr_cells(notebook)
    keep_pixels(notebook)
    write(out / path.name, nbformat.writes(notebook))
    html, _ = HTMLExporter().from_notebook_node(notebook)
    write(out / (path.stem + ".html"), html)
    return entry


def keep_pixels(notebook):
    """A chart is saved once, as PNG: JupyterLab shows no SVG of a notebook that it does not trust yet."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if "image/png" in output.get("data", {}):
                output["data"].pop("image/svg+xml", None)
                output["metadata"].pop("image/svg+xml", None)


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
        lines += ["    " + line for line in metric_lines(entry["metrics"])]
        if entry.get("points"):
            lines.append("    points               {:g} of {:g}".format(*entry["points"]))
        if entry["stderr_cells"]:
            lines.append(f"    {entry['stderr_cells']} cells wrote to stderr")
    return "\n".join(lines)


def metric_lines(metrics):
    """A line a figure; rescored rows beside a plain one are told by results.json alone."""
    return [metric_line(name, values) for name, values in metrics.items() if not name.endswith("compared")]


def metric_line(name, values):
    if "r1" in values:
        return (f"{name:20} R@1 {values['r1']:5.1f}  R@5 {values['r5']:5.1f}  R@10 {values['r10']:5.1f}"
                f"  median rank {values['median_rank']:g}  mean rank {values['mean_rank']:.1f}"
                f"  of {values['gallery']}  chance R@1 {values['chance_r1']:.2f}")
    if "majority" in values:
        beside = f"  from random {values['from_random']:.3f}" if "from_random" in values else ""
        return (f"{name:20} {values['value']:.3f}  majority {values['majority']:.3f}"
                f"  ceiling {values['ceiling']:.3f}{beside}")
    if name == "probes":
        return f"{name:20} {probe_shares(values)}  chance 0.50"
    return f"{name:20} {values['value']:.3f}  chance {values['chance']:.3f}"


def probe_shares(values):
    """What pairs of captions differ in, with the share that VTM decides rightly, or VTC alone."""
    judge = " by VTM" if any(name.endswith(" by VTM") for name in values) else " by VTC"
    told = (f"{name.removesuffix(judge)} {share:.2f}" for name, share in values.items() if name.endswith(judge))
    return "  ".join(told) + judge


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
    given = [name for asked in args.notebooks for name in (UNITS if asked == "course" else [asked])]
    given = [str(root / n) if n in UNITS else n for n in given] or [str(root / n) for n in DEFAULT + UNITS]
    notebooks = [found_notebook(n, root) for n in given]
    for name, notebook in zip(given, notebooks):
        if notebook is None:
            ours = sorted(Path(own).stem for own in DEFAULT + UNITS)
            parser.error(f"{name} is not there{near(Path(name).stem, ours)} The notebooks here: {', '.join(ours)}; course is all units")
    out = Path(args.out) if args.out else root / "runs" / "notebooks"
    values = dict(p.split("=", 1) for p in args.values)
    settable = {n.stem: parameters(nbformat.read(n, as_version=4)) for n in notebooks}
    faults = filter(None, (fault_of(name, value, settable) for name, value in values.items()))
    told = "\n".join(faults)
    if told:
        parser.error(told)
    short = {} if args.notebooks else {root / unit: SHORT for unit in UNITS}
    return [(n, {**short.get(n, {}), **values}) for n in notebooks], out.absolute(), values


def main(given):
    notebooks, out, values = arguments(given)
    out.mkdir(parents=True, exist_ok=True)
    os.environ["ALPROLAB_RUNS"] = str(out / "records")
    os.environ["ALPROLAB_THEME"] = "light"  # saved notebooks are read on white pages
    results = {"started": datetime.datetime.now(datetime.timezone.utc).isoformat(),
               "machine": machine(), "parameters": values, "notebooks": []}
    for notebook, own_values in notebooks:
        results["notebooks"].append(execute(notebook.absolute(), out, own_values))
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
