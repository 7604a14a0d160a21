"""How quickly the kernel answers, beside ipykernel in the same run: ./lab bench kernel [--rounds N]

Each round starts one kernel after the other and takes the same steps in both; printed are medians of the
rounds, and ours over the peer's.
"""
import argparse
import os
import statistics
import threading
import time

import psutil
from cells import NAME, ask
from jupyter_client.manager import KernelManager

PEER = "python3"
LINES = 100_000
CODE = {
    NAME: {"loop": "while (true) {}", "sleep": "Thread.sleep(100_000);", "name": 'String word = "abc";', "begun": "word.sub",
           "lines": f'for (int i = 0; i < {LINES}; i++) System.out.println("line " + i);'},
    PEER: {"loop": "while True: pass", "sleep": "import time; time.sleep(100)", "name": 'word = "abc"', "begun": "word.sta",
           "lines": f'for i in range({LINES}): print("line", i)'},
}
FIGURES = {"launch": "ms", "first cell": "ms", "round trip": "ms", "1 + 1": "ms", "completion": "ms", "idle memory": "MB",
           "interrupt of a sleep": "ms", "interrupt of a loop": "ms", "cores afterwards": "", "100,000 lines": "ms",
           "lines lost": ""}


def timed(work):
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def median_of(count, work):
    return statistics.median(timed(work) for _ in range(count))


def launched(name):
    """A kernel and the milliseconds until it said what it is, asked anew every 50 ms as Jupyter asks."""
    manager = KernelManager(kernel_name=name)
    began = time.perf_counter()
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    while True:
        client.kernel_info()
        if client.shell_channel.socket.poll(50):
            return manager, client, 1000 * (time.perf_counter() - began)


def cell(client, code):
    """The printed text of a cell, whose end has been seen on both channels."""
    text = []
    client.execute_interactive(code, timeout=120, output_hook=lambda m: text.append(m["content"].get("text", "")))
    return "".join(text)


def stopped(manager, client, code):
    """Milliseconds from the interrupt to the reply."""
    sent = []
    threading.Timer(1, lambda: (sent.append(time.perf_counter()), manager.interrupt_kernel())).start()
    cell(client, code)
    return 1000 * (time.perf_counter() - sent[0])


def cores(process, seconds=1.5):
    before = sum(process.cpu_times()[:2])
    time.sleep(seconds)
    return (sum(process.cpu_times()[:2]) - before) / seconds


def figures(name):
    code = CODE[name]
    manager, client, launch = launched(name)
    process = psutil.Process(manager.provisioner.process.pid)
    try:
        time.sleep(0.7)
        seen = {"launch": launch, "first cell": timed(lambda: cell(client, "1+1")),
                "round trip": median_of(20, lambda: ask(client, "kernel_info_request", {})),
                "1 + 1": median_of(100, lambda: client.execute("1+1", reply=True))}
        cell(client, code["name"])
        seen["completion"] = median_of(15, lambda: client.complete(code["begun"], reply=True))
        time.sleep(3)
        seen["idle memory"] = process.memory_info().rss / 2**20
        for kind in ("sleep", "loop"):
            seen[f"interrupt of a {kind}"] = stopped(manager, client, code[kind])
        seen["cores afterwards"] = cores(process)
        text = []
        seen["100,000 lines"] = timed(lambda: text.append(cell(client, code["lines"])))
        seen["lines lost"] = LINES - text[0].count("\n")
        return seen
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    load = os.getloadavg()[0]
    seen = {name: [] for name in (NAME, PEER)}
    for _ in range(rounds):
        for name in seen:
            seen[name].append(figures(name))
    print(f"{rounds} rounds on {os.cpu_count()} cores, load {load:.1f} before\n")
    print(f"{'':22}{NAME:>10}{'ipykernel':>12}{'ratio':>8}")
    for figure, unit in FIGURES.items():
        ours, peers = (statistics.median(one[figure] for one in seen[name]) for name in (NAME, PEER))
        ratio = f"{ours / peers:8.2f}" if unit else ""
        print(f"{figure + (', ' + unit if unit else ''):22}{ours:10.4g}{peers:12.4g}{ratio}")


if __name__ == "__main__":
    main()
