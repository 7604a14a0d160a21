"""Large output, a small heap, no processor to spare, and clients that read slowly or not at all."""
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager

import psutil
import pytest
import zmq
from cells import NAME, ask, interrupt, published, replies, value
from jupyter_client import BlockingKernelClient
from jupyter_client.manager import start_new_kernel

SUBSCRIBER = """
import sys, zmq
socket = zmq.Context().socket(zmq.SUB)
socket.rcvhwm = 2
socket.subscribe(b"")
socket.connect(sys.argv[1])
while True:
    print(len(socket.recv_multipart()), flush=True)
"""


@pytest.fixture(autouse=True)
def busy():
    """Three loops that end by themselves should nobody end them."""
    code = "import time\nend = time.time() + 120\nwhile time.time() < end: pass"
    loops = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(3)]
    yield
    for loop in loops:
        loop.kill()
        loop.wait()


@contextmanager
def kernel(*options):
    """A kernel with options of the JVM, and a client of it."""
    environment = dict(os.environ, JDK_JAVA_OPTIONS=" ".join(("-Xmx200m",) + options))
    manager, client = start_new_kernel(kernel_name=NAME, env=environment)
    try:
        yield manager, client
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


@contextmanager
def other_client(manager):
    """A client that has its own connections and does not listen to what is published."""
    client = BlockingKernelClient()
    client.load_connection_info(manager.get_connection_info())
    client.session.session = "other"
    client.start_channels(iopub=False, stdin=False, hb=False)
    try:
        yield client
    finally:
        client.stop_channels()


class Questions(threading.Thread):
    """Asks on shell and control, again and again, until it is ended."""

    def __init__(self, manager):
        super().__init__()
        self.manager, self.ended, self.waits, self.most = manager, threading.Event(), [], 0
        self.process = psutil.Process(manager.provisioner.process.pid)

    def run(self):
        with other_client(self.manager) as client:
            while not self.ended.wait(0.1):
                for channel in ("shell", "control"):
                    began = time.monotonic()
                    self.waits.append(None)
                    ask(client, "kernel_info_request", {}, channel, timeout=30)
                    self.waits[-1] = time.monotonic() - began
                self.most = max(self.most, self.process.memory_info().rss)

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.join()


def all_arrive(client, count):
    """Whether large displays are seen, each of them and in order."""
    message = client.execute(f'for (int i = 0; i < {count}; i++) display(i + "h".repeat(2_000_000), "text/html");')
    shown = [m for m in published(client, message, timeout=30) if m["msg_type"] == "display_data"]
    return [int(m["content"]["data"]["text/html"].rstrip("h")) for m in shown] == list(range(count))


def subscriber(manager):
    """A process that reads what is published and prints a line for each message."""
    address = f"tcp://{manager.ip}:{manager.iopub_port}"
    return subprocess.Popen([sys.executable, "-c", SUBSCRIBER, address], stdout=subprocess.PIPE)


def hears(process, client):
    """Returns when a subscriber is known to hear what is published."""
    heard = threading.Thread(target=process.stdout.readline)
    heard.start()
    while heard.is_alive():
        ask(client, "kernel_info_request", {})
        heard.join(0.1)


def test_large_output_arrives_and_questions_are_answered_meanwhile():
    with kernel() as (manager, client), Questions(manager) as questions:
        assert all_arrive(client, 200)
    assert len(questions.waits) > 4 and None not in questions.waits
    assert questions.most < 500 << 20


def test_clients_that_do_not_read_take_nothing_from_the_one_that_does():
    with kernel("-Dalprolab.kernel.patience=2") as (manager, client):
        never = zmq.Context.instance().socket(zmq.SUB)
        never.rcvhwm = 2
        never.subscribe(b"")
        never.connect(f"tcp://{manager.ip}:{manager.iopub_port}")
        stopped = subscriber(manager)
        try:
            hears(stopped, client)
            stopped.send_signal(signal.SIGSTOP)
            with Questions(manager) as questions:
                assert all_arrive(client, 80)
            assert len(questions.waits) > 4 and None not in questions.waits
            assert questions.most < 500 << 20
            stopped.send_signal(signal.SIGCONT)
            hears(stopped, client)
            assert value(client, "1 + 1") == "2"
        finally:
            stopped.kill()
            stopped.wait()
            never.close(0)


def test_a_cell_that_waits_for_clients_that_do_not_read_can_be_interrupted():
    with kernel() as (manager, client), other_client(manager) as asking:
        stopped = subscriber(manager)
        try:
            hears(stopped, client)
            stopped.send_signal(signal.SIGSTOP)
            message = asking.execute('while (true) display("h".repeat(2_000_000), "text/html");')
            process = psutil.Process(manager.provisioner.process.pid)
            used = -1
            while (now := sum(process.cpu_times()[:2])) - used > 0.1:  # until it waits
                used = now
                time.sleep(1)
            assert interrupt(asking)["status"] == "ok"
            reply, = replies(asking, [message], timeout=30)
            assert reply["status"] == "error" and "OutOfMemory" not in reply["ename"]
        finally:
            stopped.kill()
            stopped.wait()
