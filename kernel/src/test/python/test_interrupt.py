"""Cells that are stopped, and errors that the kernel outlives."""
import time

import psutil
import pytest
from cells import error_text, interrupt, interrupted, printed, published, replies, run, value, wait_for_output


@pytest.mark.parametrize("code", [
    "Thread.sleep(60_000);",
    "while (true) { }",
    "for (int i = 0; ; i++) { i--; }",
    "double x = 0; for (int i = 0; i < 2_000_000_000; i++) for (int j = 0; j < 2_000_000_000; j++) x += j;",
    "while (true) { try { Thread.sleep(10); } catch (InterruptedException e) { } }",
    "while (true) { try { for (int i = 0; i != -1; i++) { } } catch (Throwable t) { } }",
    "class Tree { static long size(int n) { return n < 2 ? 1 : size(n - 1) + size(n - 2); } } Tree.size(90);",
    "java.util.stream.IntStream.range(0, 8).parallel().forEach(i -> { while (true) { } });",
])
def test_an_interrupt_stops_a_cell_and_the_next_one_runs(client, code):
    began = time.monotonic()
    reply, outputs = interrupted(client, code)
    assert time.monotonic() - began < 15 and reply["status"] == "error"
    assert "line 1" in error_text(outputs) or "InterruptedException" in error_text(outputs)
    assert "StopCheck" not in error_text(outputs)
    assert value(client, "1 + 1") == "2"


def test_code_that_listens_to_interrupts_ends_in_its_own_way(client):
    code = """{ int rounds = 0;
    while (!Thread.currentThread().isInterrupted()) { rounds++; }
    System.out.println("ended by itself"); }"""
    reply, outputs = interrupted(client, code)
    assert reply["status"] == "ok" and printed(outputs) == "ended by itself\n"


def test_queued_cells_are_aborted_by_an_interrupt(client):
    running = 'System.out.println("ready"); Thread.sleep(60_000);'
    ids = [client.execute(code) for code in (running, "1 + 1", "2 + 2")]
    wait_for_output(client, ids[0])
    time.sleep(1)  # the other cells come by another socket than the interrupt
    interrupt(client)
    assert [r["status"] for r in replies(client, ids)] == ["error", "aborted", "aborted"]


def test_what_cannot_be_stopped_is_named(client):
    code = """{ var lock = new java.util.concurrent.locks.ReentrantLock();
    var holder = new Thread(() -> { lock.lock(); try { Thread.sleep(8_000); } catch (InterruptedException e) { } lock.unlock(); });
    holder.start(); Thread.sleep(200);
    lock.lock(); }"""
    _, outputs = interrupted(client, code)
    said = printed(outputs, "stderr")
    assert "does not stop yet" in said and "park" in said and "line 1" in said


def test_a_stopped_loop_leaves_the_processor_alone(client):
    interrupted(client, "while (true) { }")
    kernel = psutil.Process(int(value(client, "ProcessHandle.current().pid()")))
    before = sum(kernel.cpu_times()[:2])
    time.sleep(2)
    assert sum(kernel.cpu_times()[:2]) - before < 1


@pytest.mark.parametrize("code, name", [
    ("int down(int n) { return down(n + 1) + 1; }\ndown(0)", "java.lang.StackOverflowError"),
    ("var all = new long[Integer.MAX_VALUE - 8][]; var more = new long[Integer.MAX_VALUE - 8];", "java.lang.OutOfMemoryError"),
    ("System.exit(3);", "io.github.alprolab.kernel.session.CellExit"),
    ("Runtime.getRuntime().halt(3);", "io.github.alprolab.kernel.session.CellExit"),
])
def test_the_kernel_outlives_errors(client, code, name):
    assert run(client, code)[1]["ename"] == name
    run(client, "all = null;")
    assert value(client, "1 + 1") == "2"


def test_a_value_of_code_that_took_its_interrupt_is_shown(client):
    code = """((Supplier<String>) () -> { System.out.println("ready"); while (!Thread.currentThread().isInterrupted()) { } return "stopped"; }).get()"""
    message = client.execute(code)
    wait_for_output(client, message)
    interrupt(client)
    assert replies(client, [message])[0]["status"] == "ok"
    shown = [o["content"]["data"]["text/plain"] for o in published(client, message) if o["msg_type"] == "execute_result"]
    assert shown == ["stopped"]
