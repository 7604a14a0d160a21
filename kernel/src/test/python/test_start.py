"""How the kernel starts, and where it refuses to."""
import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from cells import NAME, run, value
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager, start_new_kernel
from long_run import starts

SPEC = KernelSpecManager().get_kernel_spec(NAME)
ARGV = [argument.replace("{resource_dir}", SPEC.resource_dir) for argument in SPEC.argv]
ARCHIVE = ("-XX:SharedArchiveFile=", "-XX:AOTCache=")


def with_options(options):
    manager, client = start_new_kernel(kernel_name=NAME, env={**os.environ, "JDK_JAVA_OPTIONS": options})
    return manager, client


def test_every_start_of_several_is_answered():
    assert starts(4)["answers"] == 4


def test_java_is_started_directly_and_interrupted_by_message():
    assert Path(SPEC.argv[0]).name == "java" and SPEC.interrupt_mode == "message"


def test_options_of_the_environment_hold_and_a_full_heap_ends_only_its_cell():
    manager, client = with_options("-Xmx200m")
    try:
        assert int(value(client, "Runtime.getRuntime().maxMemory() / 1_000_000")) < 220
        code = "var all = new ArrayList<long[]>();\nwhile (true) all.add(new long[1 << 20]);"
        assert run(client, code)[1]["ename"] == "java.lang.OutOfMemoryError"
        run(client, "all = null;")
        assert value(client, "1 + 1") == "2"
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


@pytest.mark.parametrize("option, code, said", [
    ("-Djava.awt.headless=false", 'System.getProperty("java.awt.headless")', "false"),
    ("-Xms200m", "Runtime.getRuntime().totalMemory() > 150_000_000", "true"),
    ("-XX:MaxRAMPercentage=5", "Runtime.getRuntime().maxMemory() < %dL" % (psutil.virtual_memory().total / 10), "true"),
    ("-XX:-UseSerialGC -XX:+UseParallelGC",
     "java.lang.management.ManagementFactory.getGarbageCollectorMXBeans().get(0).getName()", "PS MarkSweep"),
])
def test_an_option_of_the_environment_wins_over_what_the_kernel_sets(option, code, said):
    manager, client = with_options(option)
    try:
        assert value(client, code) == said
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_what_the_kernel_sets_holds_where_nothing_else_is_said():
    manager, client = start_new_kernel(kernel_name=NAME)
    try:
        assert value(client, 'System.getProperty("java.awt.headless")') == "true"
        assert value(client, "java.nio.charset.Charset.defaultCharset()") == "UTF-8"
        assert value(client, "java.lang.management.ManagementFactory.getGarbageCollectorMXBeans().get(0).getName()") == "Copy"
        assert value(client, "Runtime.getRuntime().totalMemory() < 100_000_000") == "true"
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_a_kernel_is_reached_by_files_where_jupyter_is_set_to_ipc(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # the files' names are relative
    manager = KernelManager(kernel_name=NAME, transport="ipc", ip="kernel")
    manager.start_kernel(cwd=str(tmp_path))
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=60)
        assert value(client, "1 + 1") == "2" and client.is_alive()
        assert Path("kernel-1").is_socket()
    finally:
        client.stop_channels()
        manager.shutdown_kernel()
    assert not list(tmp_path.glob("kernel-*"))


def test_a_port_that_is_taken_is_named(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        connection = {"transport": "tcp", "ip": "127.0.0.1", "key": "", "signature_scheme": "hmac-sha256",
                      "shell_port": taken.getsockname()[1],
                      "iopub_port": 0, "stdin_port": 0, "control_port": 0, "hb_port": 0}
        file = tmp_path / "connection.json"
        file.write_text(json.dumps(connection))
        found = subprocess.run([*ARGV[:-1], str(file)], capture_output=True, text=True, timeout=60)
    assert found.returncode == 2
    assert f"127.0.0.1:{connection['shell_port']}: Address already in use" in found.stderr


def test_a_jre_is_refused_in_words():
    flags = [flag for flag in ARGV[1:] if not flag.startswith((*ARCHIVE, "--add-opens"))]
    command = [ARGV[0], "--limit-modules", "java.base,java.desktop,java.naming,java.management", *flags]
    found = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert found.returncode == 2 and "runtime only (a JRE)" in found.stderr


def test_a_folder_that_the_locale_cannot_name_is_refused_in_words(tmp_path):
    folder = tmp_path / "möbel"
    folder.mkdir()
    found = subprocess.run([*ARGV[:-1], "connection.json"], cwd=folder, capture_output=True, text=True,
                           timeout=60, env={**os.environ, "LC_ALL": "C"})
    assert found.returncode == 2 and "LC_ALL=C.UTF-8" in found.stderr and "Exception" not in found.stderr


def test_an_archive_was_made_and_a_stale_one_does_not_stop_the_start(tmp_path):
    archive, = (flag for flag in ARGV if flag.startswith(ARCHIVE))
    option, file = archive.split("=")
    assert Path(file).stat().st_size > 5_000_000
    stale = tmp_path / "classes"
    stale.write_bytes(b"stale")
    command = [f"{option}={stale}" if flag == archive else flag for flag in ARGV[:-1]]
    found = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert found.returncode == 2 and found.stderr.startswith("Usage: Main") and found.stdout == ""


SERVER = """
import sys
from jupyter_client.manager import KernelManager
manager = KernelManager(kernel_name=sys.argv[1])
manager.kernel_spec.argv[:0] = sys.argv[3:]
manager.start_kernel()
client = manager.client()
client.start_channels()
client.wait_for_ready(timeout=60)
client.execute(sys.argv[2])
while client.get_iopub_msg(timeout=60)["msg_type"] != "stream":
    pass
print(client.connection_file, flush=True)
sys.stdin.read()
"""
BUSY = """var hook = new Thread(() -> { try { Files.writeString(Path.of("%s"), "ran"); } catch (IOException e) { } });
Runtime.getRuntime().addShutdownHook(hook);
System.out.println("ready");
while (true) { try { Thread.sleep(10); } catch (Throwable t) { } }"""


def kernels(connection_file):
    return [p for p in psutil.process_iter(["cmdline"]) if connection_file in (p.info["cmdline"] or [])]


def gone(processes, seconds=20):
    return not psutil.wait_procs(processes, timeout=seconds)[1]


@pytest.mark.skipif(sys.platform == "win32", reason="wrapped by a POSIX shell")
@pytest.mark.parametrize("wrapper", [[], ["sh", "-c", '"$@"; true', "sh"]])
def test_a_kernel_ends_in_order_with_the_server_that_is_killed_while_a_cell_runs(tmp_path, wrapper):
    ran = tmp_path / "hook"
    server = subprocess.Popen([sys.executable, "-c", SERVER, NAME, BUSY % ran, *wrapper],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    processes = kernels(server.stdout.readline().strip())
    assert processes
    server.kill()
    # Not waited for yet, so that the server is a zombie, which has its number still.
    assert gone(processes) and ran.read_text() == "ran"
    server.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="processes are adopted by nobody on Windows")
@pytest.mark.parametrize("named", ["", "0", "1", "-7", "nobody", "99999999999999999999", str(2**31 - 2)])
def test_a_kernel_without_a_known_parent_stays(named):
    manager, client = start_new_kernel(kernel_name=NAME, independent=True, env={**os.environ, "JPY_PARENT_PID": named})
    try:
        time.sleep(4)
        assert value(client, "1 + 1") == "2"
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_what_a_cell_prints_when_the_kernel_shuts_down_is_sent():
    manager, client = start_new_kernel(kernel_name=NAME)
    message = client.execute('try { System.out.print("begun "); while (true) { } } finally { System.out.print("cleaned"); }')
    text = ""
    while "begun" not in text:
        text += client.get_iopub_msg(timeout=60)["content"].get("text", "")
    client.shutdown()
    while "cleaned" not in text:
        output = client.get_iopub_msg(timeout=20)
        text += output["content"].get("text", "") if output["parent_header"]["msg_id"] == message else ""
    client.stop_channels()
    manager.shutdown_kernel()
    assert text == "begun cleaned"
