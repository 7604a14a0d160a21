"""docs/class-rooms.md: the kernel behind a gateway, limits for a student, and a cache that students only read."""
import asyncio
import contextlib
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import uuid

import pytest
from jupyter_client.manager import KernelManager

# Root is stopped by the rights of files only where it leaves these aside; everybody else is anyway.
PLAIN = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search",
         "--inh-caps", "-dac_override,-dac_read_search"] if os.name == "posix" and os.geteuid() == 0 else []
DATA = """var pairs = Pairs.of(Datasets.movingSprites().clips(Split.TRAIN, 16).clips(Split.VALIDATION, 8)
        .clips(Split.TEST, 8)).frames(2).size(32).cacheOnDisk(0.1);
var small = Encoders.tiny().width(32).projection(16).fusionLayers(1).video(v -> v.layers(1)).text(t -> t.layers(1));"""
TRAINED = DATA + """
Experiment.pretraining("taught").pairs(pairs).encoders(small).losses(Losses.of(Objective.VTC))
        .trainer(Trainer.adamW(1e-3).epochs(1).batch(8)).run().best().path()"""
RANKED = DATA + """
var found = Experiment.retrieval("found").pairs(pairs.only(Split.VALIDATION)).from(Checkpoint.load(Path.of("%s"))).run();
"ranked"
"""


class Person:
    """A kernel of somebody with a home of his own."""

    def __init__(self, kernel, home, prefix=(), **variables):
        home.mkdir(exist_ok=True)
        natives = pathlib.Path.home()  # half a gigabyte, unpacked once
        options = f"-Duser.home={home} -Dorg.bytedeco.javacpp.cachedir={natives}/.javacpp/cache/"
        environment = {**os.environ, "HOME": str(home), "ALPROLAB_RUNS": str(home / "runs"),
                       "DJL_CACHE_DIR": f"{natives}/.djl.ai", **variables}
        environment["JDK_JAVA_OPTIONS"] = f"{options} {variables.get('JDK_JAVA_OPTIONS', '')}"
        self.manager = KernelManager(kernel_name=kernel)
        self.manager.kernel_spec.argv[:0] = prefix
        self.manager.start_kernel(env=environment, cwd=str(home))
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)

    def value(self, code):
        outputs = []
        reply = self.client.execute_interactive(code, timeout=300, output_hook=outputs.append)["content"]
        assert reply["status"] == "ok", "\n".join(reply["traceback"])
        return next(o["content"]["data"]["text/plain"] for o in outputs if o["msg_type"] == "execute_result")

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


@contextlib.contextmanager
def person(*given, **named):
    one = Person(*given, **named)
    try:
        yield one
    finally:
        one.close()


def test_a_students_limits_hold_for_java_and_the_engine(kernel, tmp_path):
    limits = {"JDK_JAVA_OPTIONS": "-Xmx300m -XX:ActiveProcessorCount=1"}
    with person(kernel, tmp_path / "ann", **limits) as ann:
        assert int(ann.value("Runtime.getRuntime().maxMemory() >> 20")) <= 300
        seen = "var seen = io.github.alprolab.dsl.record.EnvironmentRecord.current();\n"
        assert ann.value(seen + 'seen.cores() + " " + seen.threads()') == "1 1"
        assert ann.value("io.github.alprolab.dsl.record.RunStore.standard().root()") == str(tmp_path / "ann" / "runs")


def content(folder):
    return {str(file.relative_to(folder)): file.stat().st_mtime_ns for file in folder.rglob("*") if file.is_file()}


def close(folder, closed):
    """Takes away everybody's right to write below a folder, or gives it to the owner again."""
    for path in [folder, *folder.rglob("*")]:
        path.chmod((0o755 if path.is_dir() else 0o644) & (0o555 if closed else 0o777))


@pytest.mark.skipif(os.name != "posix", reason="folders are closed by the rights of POSIX")
def test_two_students_share_a_cache_and_a_checkpoint_that_they_may_only_read(kernel, tmp_path):
    shared = tmp_path / "shared"
    shared.mkdir()
    cache = {"ALPROLAB_CACHE": str(shared / "cache")}
    with person(kernel, tmp_path / "teacher", **cache) as teacher:
        trained = teacher.value(TRAINED)
    checkpoint = shutil.copy(tmp_path / "teacher" / "runs" / pathlib.Path(trained).relative_to(tmp_path / "teacher" / "runs"), shared)
    close(shared, True)
    try:
        before = content(shared)
        rows = []
        for name in ("ann", "ben"):
            with person(kernel, tmp_path / name, PLAIN, **cache) as student:
                student.value(RANKED % checkpoint)
                shipped = 'var shipped = Checkpoint.shipped("sprites-prompter");\nshipped.kind() + " " + shipped'
                assert student.value(shipped) == 'prompter Checkpoint.shipped("sprites-prompter")'
            assert list((tmp_path / name / "runs" / "found").glob("*/run.json"))
            assert list((tmp_path / name).rglob("*.mp4")) == [] and list((tmp_path / name).rglob("*.frames")) == []
            rows.append(next((tmp_path / name / "runs" / "found").glob("*/scores.json")).read_text())
        assert rows[0] == rows[1] and content(shared) == before
    finally:
        close(shared, False)


@contextlib.contextmanager
def gateway(kernel):
    """The address of a kernel gateway."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "kernel_gateway", "--KernelGatewayApp.ip=127.0.0.1", f"--KernelGatewayApp.port={port}",
         f"--KernelGatewayApp.default_kernel_name={kernel}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + 30
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/api", timeout=5).close()
                break
            except OSError:
                assert server.poll() is None and time.monotonic() < deadline, "the gateway does not start"
                time.sleep(0.2)
        yield f"127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


async def answer(address, kernel_id, code):
    """The text of a cell's value, over a web socket as a notebook server asks for it."""
    from tornado.websocket import websocket_connect
    socket_of_kernel = await websocket_connect(f"ws://{address}/api/kernels/{kernel_id}/channels", connect_timeout=30)
    header = {"msg_id": uuid.uuid4().hex, "username": "", "session": uuid.uuid4().hex, "msg_type": "execute_request",
              "version": "5.3", "date": ""}
    content_of = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False}
    await socket_of_kernel.write_message(json.dumps(
        {"header": header, "parent_header": {}, "metadata": {}, "content": content_of, "channel": "shell"}))
    while True:
        message = json.loads(await asyncio.wait_for(socket_of_kernel.read_message(), 60))
        if message["parent_header"].get("msg_id") != header["msg_id"]:
            continue
        assert message["msg_type"] != "error", message["content"]
        if message["msg_type"] == "execute_result":
            socket_of_kernel.close()
            return message["content"]["data"]["text/plain"]


def test_the_kernel_answers_behind_a_kernel_gateway(kernel):
    pytest.importorskip("kernel_gateway", reason="jupyter_kernel_gateway is not installed; ./lab test installs it")
    with gateway(kernel) as address:
        asked = urllib.request.Request(f"http://{address}/api/kernels", b"{}", {"Content-Type": "application/json"})
        started = json.loads(urllib.request.urlopen(asked, timeout=60).read())
        assert started["name"] == kernel
        assert asyncio.run(answer(address, started["id"], "record Clip(int frames) {}\nnew Clip(6 * 7).frames()")) == "42"
