"""How long the first steps in a fresh kernel take: ./lab bench start [--rounds N]

Each round starts a kernel, shows the description of pairs, and ranks 256 clips, which are cached on disk, by a checkpoint
of random weights: once as the first retrieval, and again. Prints one line of JSON with medians and quartiles in seconds.
"""
import argparse
import json
import os
import statistics
import tempfile
import time
from pathlib import Path

from cells import NAME, run
from jupyter_client.manager import start_new_kernel

CLIPS = 256
PAIRS = f"""
var pairs = Pairs.of(Datasets.movingSprites().clips(Split.TRAIN, 64).clips(Split.VALIDATION, 16)
        .clips(Split.TEST, {CLIPS})).frames(4).size(64).cacheOnDisk(1);
pairs.describe()"""
CHECKPOINT = """
Experiment.prompter("start").pairs(pairs).encoders(Encoders.tiny())
        .trainer(Trainer.adamW(1e-3).epochs(1).batch(32)).run().best()"""
RANKED = 'Experiment.retrieval("first").pairs(pairs.only(Split.TEST)).from(Runs.latest("start").best()).run().metrics()'
AGAIN = ('Experiment.retrieval("again").pairs(pairs.only(Split.TEST)).from(Runs.latest("start").best())'
         ".captions(Captions.FIRST).run().metrics()")


def seconds(client, code):
    """Of a cell; ends the program where it fails."""
    began = time.perf_counter()
    outputs, reply = run(client, code, timeout=600)
    if reply["status"] != "ok":
        raise SystemExit("\n".join(reply["traceback"]))
    return time.perf_counter() - began


def kernel(runs, work):
    """What work makes of the client of a fresh kernel."""
    manager, client = start_new_kernel(kernel_name=NAME, env={**os.environ, "ALPROLAB_RUNS": str(runs)})
    try:
        return work(client)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def prepared(client):
    for code in (PAIRS, CHECKPOINT, RANKED):
        seconds(client, code)


def round_of(client):
    return {"first_describe_s": seconds(client, PAIRS), "first_retrieval_s": seconds(client, RANKED),
            "second_retrieval_s": seconds(client, AGAIN)}


def forgotten(runs):
    """The retrievals of a round, so that the next computes them again; the checkpoint stays."""
    for name in ("first", "again"):
        for file in sorted((runs / name).rglob("*"), reverse=True):
            file.rmdir() if file.is_dir() else file.unlink()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    if rounds < 1:
        parser.error(f"--rounds {rounds} is given; allowed: a whole number of at least 1.")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ALPROLAB_CACHE"] = str(Path(folder) / "cache")
        runs = Path(folder) / "runs"
        kernel(runs, prepared)
        seen = []
        for _ in range(rounds):
            forgotten(runs)
            seen.append(kernel(runs, round_of))
    line = {"bench": "start", "clips": CLIPS, "rounds": rounds}
    for figure in seen[0]:
        values = [one[figure] for one in seen]
        lower, middle, upper = statistics.quantiles(values, n=4, method="inclusive") if rounds > 1 else values * 3
        line[figure] = {"median": round(middle, 2), "lower_quartile": round(lower, 2), "upper_quartile": round(upper, 2)}
    print(json.dumps({**line, "cores": os.cpu_count(), "load": os.getloadavg()[0]}))


if __name__ == "__main__":
    main()
