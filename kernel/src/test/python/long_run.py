"""What takes too long for every test run: many starts in a row, and many cells in one kernel.

usage: python long_run.py [--starts 200] [--cells 20000]; prints one line of JSON, ends with 1 on a failure
"""
import argparse
import json
import sys
import time

import psutil
from cells import NAME, run, value
from jupyter_client.manager import start_new_kernel

CELLS = ("{i} + 1", "var x{j} = {i};", "int twice(int n) {{ return 2 * n + {j}; }}", "twice({i})",
         'System.out.println("cell {i}");', 'for (int k = 0; k < 10; k++) x0 += k;')
USED = "var r = Runtime.getRuntime(); System.gc(); (r.totalMemory() - r.freeMemory()) / 1_000_000"


def starts(count):
    """How many of the kernels that were started answered, and the seconds each took."""
    seconds = []
    for _ in range(count):
        began = time.monotonic()
        manager, client = start_new_kernel(kernel_name=NAME, startup_timeout=60)
        seconds.append(time.monotonic() - began)
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    return {"answers": len(seconds), "median_seconds": round(sorted(seconds)[len(seconds) // 2], 2),
            "most_seconds": round(max(seconds), 2)}


def cells(count, samples=10):
    """The heap in MB, the resident memory in MB and the milliseconds of a cell, at ten points on the way."""
    manager, client = start_new_kernel(kernel_name=NAME)
    kernel = psutil.Process(int(value(client, "ProcessHandle.current().pid()")))
    points = []
    run(client, "int x0 = 0;")
    for sample in range(samples):
        began = time.monotonic()
        for i in range(count // samples):
            _, reply = run(client, CELLS[i % len(CELLS)].format(i=i, j=i % 7))
            assert reply["status"] == "ok", reply
        milliseconds = 1000 * (time.monotonic() - began) / (count // samples)
        points.append({"heap": int(value(client, USED)), "resident": kernel.memory_info().rss // 1_000_000,
                       "milliseconds": round(milliseconds, 1)})
        print(points[-1], file=sys.stderr, flush=True)
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    return points


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--starts", type=int, default=200)
    parser.add_argument("--cells", type=int, default=20_000)
    options = parser.parse_args()
    begun, points = starts(options.starts), cells(options.cells)
    flat = points[-1]["heap"] <= points[1]["heap"] + 20
    print(json.dumps({"starts": begun, "cells": points, "flat": flat}))
    return 0 if flat and begun["answers"] == options.starts else 1


if __name__ == "__main__":
    sys.exit(main())
