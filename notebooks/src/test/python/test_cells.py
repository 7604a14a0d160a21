"""The cells of docs/cells.md through a real kernel, in order, on data and models that take about a minute."""
import json
import os
import pathlib
import re
import shutil

import pytest
from jupyter_client.manager import start_new_kernel

# What every cell is made smaller by; the words stay those of the page.
SMALL = [
    (r"Datasets\.movingSprites\(\)",
     "Datasets.movingSprites().clips(Split.TRAIN, 24).clips(Split.VALIDATION, 8).clips(Split.TEST, 8)"),
    (r"Encoders\.tiny\(\)",
     "Encoders.tiny().width(32).projection(16).fusionLayers(1).video(v -> v.layers(1)).text(t -> t.layers(1))"),
    (r"\.frames\([48]\)\.size\(64\)", ".frames(2).size(32)"),
    (r"(?<!Every)\.epochs\((\d+)\)", lambda found: f".epochs({max(1, int(found[1]) // 10)})"),
    (r"\.batch\(32\)", ".batch(8)"),
    (r"rerank\(16\)", "rerank(4)"),
    (r"List\.of\(3e-4, 1e-3, 3e-3\)", "List.of(3e-4, 1e-3)"),
    (r"\.seeds\(1, 2, 3\)", ".seeds(1, 2)"),
]
OF_EVERY_OBJECT = {"equals(", "getClass()", "hashCode()", "toString()"}
# A name before a dot that is the JDK's: its members are not ours to count.
OF_JDK = re.compile(r"(?:\b(?:List|Path|Math)|\"|\d)$")
MOST = 20


def small(cell):
    for words, smaller in SMALL:
        cell = re.sub(words, smaller, cell)
    return cell


def cells(root):
    text = (root / "docs" / "cells.md").read_text()
    return re.findall(r"```java\n(.*?)\n```", text, re.DOTALL)


class Notebook:
    """A kernel that keeps its runs in a folder, on one thread: as fast at this size, and steady."""

    def __init__(self, kernel, runs):
        environment = dict(os.environ, ALPROLAB_RUNS=str(runs), OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")
        self.manager, self.client = start_new_kernel(kernel_name=kernel, env=environment)

    def run(self, code):
        outputs = []
        reply = self.client.execute_interactive(code, timeout=300, output_hook=outputs.append)["content"]
        return outputs, reply

    def value(self, code):
        outputs, _ = self.run(code)
        return next(o["content"]["data"]["text/plain"] for o in outputs if o["msg_type"] == "execute_result")

    def offered(self, code):
        return self.client.complete(code, len(code), reply=True, timeout=60)["content"]["matches"]

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


@pytest.fixture(scope="module")
def book(kernel, tmp_path_factory):
    opened = Notebook(kernel, tmp_path_factory.mktemp("runs"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return tmp_path_factory.mktemp("data")


def lay_out(book, data):
    """What the cell of the full size expects in /data: annotations and videos of MSRVTT, published weights."""
    videos = data / "msrvtt" / "videos"
    videos.mkdir(parents=True)
    rendered = pathlib.Path(re.search(r"/\S+\.mp4", book.value("pairs.only(Split.TEST).all().get(0).clip()"))[0])
    rows = []
    for number, video in enumerate(sorted(rendered.parent.glob("test-0000[0-7].mp4"))):
        shutil.copy(video, videos / f"video70{number}.mp4")
        rows.append(json.dumps({"clip_name": f"video70{number}", "caption": f"sprite number {number} moves"}))
    (data / "msrvtt" / "test.jsonl").write_text("\n".join(rows))
    assert len(rows) == 8
    assert book.run(f'run.best().export(Path.of("{data}/alpro_pretrained_ckpt.pt"));')[1]["status"] == "ok"


def dots(cell):
    """Indexes behind the dots of a cell's code that are followed by one of our names."""
    code = re.sub(r'"[^"\n]*"', lambda text: '"' + "x" * (len(text[0]) - 2) + '"', cell)
    return [found.end() for found in re.finditer(r"\.(?=[A-Za-z])", code)
            if not OF_JDK.search(code[:found.start()])]


def test_there_are_as_many_cells_as_the_page_says(root):
    title = (root / "docs" / "cells.md").read_text().splitlines()[0]
    assert len(cells(root)) == int(re.search(r"\d+", title)[0])


def test_no_cell_is_refused_each_shows_a_value_and_every_dot_offers_ours_first(book, data, root):
    faults = []
    for number, cell in enumerate(map(small, cells(root)), 1):
        if "/data/" in cell:
            lay_out(book, data)
            cell = cell.replace("/data/", f"{data}/")
        faults += [f"{number}: {fault}" for fault in completion_faults(book, cell)]
        outputs, reply = book.run(cell)
        if reply["status"] != "ok":
            faults.append(f"{number}: {cell}\n" + "\n".join(reply["traceback"]))
        elif not cell.endswith(";") and not any(o["msg_type"] == "execute_result" for o in outputs):
            faults.append(f"{number}: shows nothing: {cell}")
    assert not faults, "\n".join(faults)


def completion_faults(book, cell):
    for index in dots(cell):
        code = cell[:index]
        name = re.match(r"\w+", cell[index:])[0]
        offered = book.offered(code)
        bare = [text.rstrip("()") for text in offered]
        behind = code.splitlines()[-1].strip()
        if name not in bare:
            yield f"behind {behind} is no {name} but {offered[:30]}"
        elif len(offered) > MOST:
            yield f"behind {behind} are {len(offered)}: {offered}"
        elif not ours_first(offered):
            yield f"behind {behind} come {offered}"


def ours_first(offered):
    """Whether what every object has, and class, stand behind all others."""
    last = [text in OF_EVERY_OBJECT or text == "class" for text in offered]
    return last == sorted(last) and "EnumDesc" not in offered
