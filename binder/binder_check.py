"""Does without Docker what Binder does: builds the image's part of this repository, then opens notebooks in it.

The last commit is cloned into an empty home, where repo2docker's steps are run in their order: the packages of
requirements.txt, then postBuild. Then, without a network and within a visitor's limits, ./lab doctor and the named
notebooks run. What the base image and apt.txt add is not seen: this machine's Java, Maven and Python take their place.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import repository
from box import Box, common_path

PASSED_ON = ("LANG", "LC_ALL", "JAVA_HOME", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE",
             "http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")
PARTS = (".m2", ".djl.ai", ".javacpp", ".cache", ".lab", ".git", "notebooks")  # of the home, told one by one


def size(path):
    """Bytes on the disk below a path; a file with several names counts once."""
    seen, sum_of_all = set(), 0
    for folder, folders, files in os.walk(path):
        for name in [*files, "."]:
            status = os.lstat(os.path.join(folder, name))
            if (status.st_dev, status.st_ino) not in seen:
                seen.add((status.st_dev, status.st_ino))
                sum_of_all += status.st_blocks * 512
    return sum_of_all


class Image:
    """The folder that stands for an image: a home with the repository, and a Python environment beside it."""

    def __init__(self, place):
        self.place = place
        self.home, self.python, self.log = place / "home", place / "env", place / "log.txt"

    def variables(self):
        """As repo2docker's Dockerfile sets them."""
        kept = {name: value for name, value in os.environ.items() if name in PASSED_ON or name.startswith("PIP_")}
        return {**kept, "PATH": f"{self.python}/bin:{common_path()}", "USER": "jovyan", "NB_USER": "jovyan",
                "REPO_DIR": str(self.home), "NB_PYTHON_PREFIX": str(self.python),
                "KERNEL_PYTHON_PREFIX": str(self.python)}

    def built(self, commit):
        mark = self.place / "built"
        return mark.is_file() and mark.read_text() == commit

    def run(self, box, *command):
        """The seconds of a step; ends all where it fails."""
        code, seconds = box.run(command, self.home, self.variables(), self.log)
        if code:
            lines = self.log.read_text(errors="replace").splitlines()[-30:]
            sys.exit("\n".join([*lines, f"binder-check: {' '.join(map(str, command))} ended with {code}; all it said: {self.log}"]))
        return seconds


def layer(name, seconds, before, places, box=None):
    """A line of the table, and the size that is there now."""
    now = sum(size(place) for place in places)
    peak = f"{box.peak_mb:8}" if box and box.peak_mb else " " * 8
    print(f"{name:34} {seconds:8.1f} {(now - before) >> 20:8} {peak}", flush=True)
    return now


def build(image, root, commit):
    """Clones, installs and builds; prints a line for each layer."""
    box = Box(image.home)
    print("the build\n  " + "\n  ".join(box.means))
    print(f"\n{'layer':34} {'seconds':>8} {'MB':>8} {'peak MB':>8}")
    places = (image.home, image.python)
    began = time.monotonic()
    subprocess.run([shutil.which("python3", path=common_path()), "-m", "venv", image.python], check=True)
    sum_so_far = layer("Python, in place of the image's own", time.monotonic() - began, 0, places)
    began = time.monotonic()
    repository.copy(root, image.home)
    owned(image.place, box)
    sum_so_far = layer("COPY of the repository", time.monotonic() - began, sum_so_far, places)
    steps = [("pip install requirements.txt", [image.python / "bin" / "pip", "install", "-q", "--no-cache-dir",
                                               "-r", "binder/requirements.txt"]),
             ("postBuild", ["binder/postBuild"])]
    for name, command in steps:
        sum_so_far = layer(name, image.run(box, *command), sum_so_far, places, box)
    print(f"{'together':43} {sum_so_far >> 20:8}")
    for part in PARTS:
        print(f"  {'~/' + part:51} {size(image.home / part) >> 20:8}" if (image.home / part).exists() else f"  ~/{part} is not there")
    box.close()
    (image.place / "built").write_text(commit)


def owned(place, box):
    """Gives everything to the visitor, where we may."""
    if os.geteuid() == 0 and box.boxed:
        subprocess.run(["chown", "-R", f"{box.user}:{box.user}", place], check=True)


def visit(image, box, notebooks):
    """Runs the doctor and the notebooks; the entries of results.json."""
    print("\nthe visit\n  " + "\n  ".join(box.means), flush=True)
    before = image.log.stat().st_size
    image.run(box, "./lab", "doctor")
    print("\n" + image.log.read_text(errors="replace")[before:].strip())
    if not notebooks:
        return []
    out = image.home / "runs" / "notebooks"
    code, _ = box.run(["./lab", "run", *notebooks, "--out", out], image.home, image.variables(), image.log)
    if not (out / "results.json").is_file():
        sys.exit(f"binder-check: ./lab run ended with {code}; what it said: {image.log}")
    return json.loads((out / "results.json").read_text())["notebooks"]


def brought(notebooks, image, box):
    """The names that the image knows notebooks by; those from elsewhere are copied into it."""
    names = []
    for name in notebooks:
        ours = not Path(name).is_absolute() and [image.home / name, image.home / "notebooks" / f"{name}.ipynb"]
        if ours and any(path.is_file() for path in ours):
            names.append(name)
        elif Path(name).is_file():
            names.append(str(shutil.copy(name, image.home / "notebooks")))
        else:
            sys.exit(f"binder-check: {name} is no notebook of the last commit, and no file here.")
    owned(image.home / "notebooks", box)
    return names


def table(entries):
    lines = [f"\n{'notebook':34} {'seconds':>8} {'status':>8} {'peak MB':>8}"]
    lines += [f"{e['name']:34} {e['seconds']:8.1f} {e['status']:>8} {e['peak_memory_mb']:8}" for e in entries]
    return "\n".join(lines)


def main(given):
    parser = argparse.ArgumentParser(prog="lab binder-check", description="builds what Binder builds, without Docker, and runs notebooks in it")
    parser.add_argument("notebooks", nargs="*", help="of this repository by name, or files of any folder")
    parser.add_argument("--memory", type=int, default=2048, metavar="MB", help="a visitor's limit (2048)")
    parser.add_argument("--processors", type=float, default=1, metavar="N", help="a visitor's share (1)")
    parser.add_argument("--place", type=Path, help="a folder that is kept, and not built anew for the same commit")
    parser.add_argument("--root", required=True, help=argparse.SUPPRESS)
    args = parser.parse_args(given)
    if args.memory < 256 or args.processors <= 0:
        parser.error("a visitor has at least 256 MB and some of a processor")
    commit = repository.commit(args.root)
    with tempfile.TemporaryDirectory(prefix="binder-") as temporary:
        image = Image((args.place or Path(temporary)).absolute())
        image.place.mkdir(parents=True, exist_ok=True)
        if not image.built(commit):
            if any(image.place.iterdir()):
                parser.error(f"{image.place} is not empty and not a build of the last commit; remove it or name another")
            print(f"commit {commit[:12]}; changes that are not committed are left out\n")
            build(image, args.root, commit)
        return visited(image, args)


def visited(image, args):
    box = Box(image.home, network=False, memory_mb=args.memory, processors=args.processors)
    try:
        entries = visit(image, box, brought(args.notebooks, image, box))
        killed = box.group.killed() if box.group else 0
        print(table(entries))
        print(f"all processes together: {box.peak_mb or '?'} MB at most, {killed} ended for want of memory")
        print(f"the image now: {(size(image.home) + size(image.python)) >> 20} MB")
        return 0 if not killed and all(e["status"] == "ok" for e in entries) else 1
    finally:
        box.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
