"""./lab bench against-pytorch: ours and PyTorch in turns on the same cores, and what one is over the other.

Every round measures ours and each variant of the peer once, in an order that turns round. The ratio of a round is the
speed of ours over that of the variant that is best by its median; printed are the median of the rounds and the quartiles.
"""
import argparse
import dataclasses
import json
import os
import resource
import statistics
import subprocess
import sys
import time

# ./lab keeps the engine's threads from spinning; PyTorch runs as it comes.
ENVIRONMENT = dict(os.environ)
os.environ.pop("GOMP_SPINCOUNT", None)

import torch  # noqa: E402  (reads the environment)
from peers import WORKS  # noqa: E402
from sizes import SIZES  # noqa: E402

STEPS = {"lab": {"train": 10, "encode": 20}, "tiny": {"train": 5, "encode": 10}, "base": {"train": 1, "encode": 3}}
UPDATES = 5
APART = 0.03


def options():
    parser = argparse.ArgumentParser(prog="./lab bench against-pytorch", description=__doc__.split("\n")[0])
    parser.add_argument("--size", choices=SIZES, default="lab")
    parser.add_argument("--precision", choices=["fp32", "bf16"], default="fp32")
    parser.add_argument("--rounds", type=int, default=5, help="at least 1; 5 by default")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--batch", type=int, help="clips of a batch; that of the size by default")
    parser.add_argument("--steps", type=int, help="steps of a round")
    parser.add_argument("--work", default="train,encode,optimizer", help="one or more of them, with commas between")
    parser.add_argument("--compile", choices=["true", "false"], default="false",
                        help="whether torch.compile is tried, which takes minutes and a C compiler")
    parser.add_argument("--dropout", choices=["true", "false"], default="false",
                        help="whether values are dropped in training, at the published rate")
    parser.add_argument("ours", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    wrong = [work for work in given.work.split(",") if work not in WORKS]
    if wrong or min(given.rounds, given.threads, given.batch or 2, given.steps or 1) < 1 or given.batch == 1:
        parser.error(f"--work {given.work}, --rounds {given.rounds}, --threads {given.threads} are given; allowed are"
                     f" {', '.join(WORKS)}, at least 1 round, thread and step, and batches of at least 2 clips.")
    return given


class Ours:
    """Our benchmark in a process of its own, which measures when it is asked."""

    def __init__(self, given, work, batch, steps):
        command = given.ours + [work, "--turns", "true"]
        precision = given.precision if work != "optimizer" else "fp32"  # weights and moments are kept in 32 bits
        for name, value in {"size": given.size, "precision": precision, "threads": given.threads, "batch": batch,
                            "steps": steps, "dropout": given.dropout}.items():
            command += [f"--{name}", str(value)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        env=ENVIRONMENT)

    def line(self):
        try:
            self.process.stdin.write("\n")
            self.process.stdin.flush()
            return json.loads(self.process.stdout.readline())
        except (BrokenPipeError, json.JSONDecodeError):
            sys.exit(f"Our benchmark ended with {self.process.wait()}; see above.")

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def told(text):
    print(text, file=sys.stderr, flush=True)


def one(ours, peer, name, steps):
    """Seconds of a step by the clock, seconds of processors, and our line where it is ours."""
    time.sleep(0.3)  # threads of the other have gone to sleep
    if name == "ours":
        line = ours.line()
        return line["step_s"]["median"], line["processor_s_a_step"], line
    clock, busy = zip(*peer.timed(name, steps))
    return statistics.median(clock), statistics.mean(busy), None


def measured(given, work):
    """Seconds of a step, by the clock and of processors: a pair a round for ours and every variant; our lines."""
    sizes = dataclasses.replace(SIZES[given.size], dropped=0.1 if given.dropout == "true" else 0.0)
    batch = given.batch or sizes.batch
    steps = given.steps or STEPS[given.size].get(work, UPDATES)
    ours = Ours(given, work, batch, steps)
    ours.line()  # warm; PyTorch gets ready only then
    peer = WORKS[work](sizes, given.precision, batch)
    reason = peer.compile() if given.compile == "true" else None
    if reason:
        told(reason)
    counted = peer.gflop() if work != "optimizer" else None
    for variant in peer.variants:
        peer.timed(variant, 2 if given.size != "base" else 1)
    figures = {variant: [] for variant in ["ours"] + peer.variants}
    lines = []
    for number in range(given.rounds):
        names = list(figures)
        for name in names if number % 2 == 0 else reversed(names):
            clock, busy, line = one(ours, peer, name, steps)
            figures[name].append((clock, busy))
            lines += [line] if line else []
        told(f"{work}, round {number + 1}: "
             + ", ".join(f"{n} {f[-1][0]:.4g} s, processors {f[-1][1]:.4g} s" for n, f in figures.items()))
    ours.close()
    return figures, lines, counted, batch if counted else 1


def quartiles(values):
    return statistics.quantiles(values, n=4, method="inclusive") if len(values) > 1 else [values[0]] * 3


def ratios(figures, best, kind):
    """How many times as fast ours is, round by round: lower quartile, median, upper quartile."""
    return quartiles([other[kind] / own[kind] for own, other in zip(figures["ours"], figures[best])])


def spread(quarter):
    lower, median, upper = (round(value, 3) for value in quarter)
    return {"median": median, "lower_quartile": lower, "upper_quartile": upper}


def report(given, work):
    """Prints what was measured as JSON; its row for people."""
    figures, lines, counted, units = measured(given, work)
    line = lines[-1]
    seconds = {name: statistics.median(clock for clock, _ in rounds) for name, rounds in figures.items()}
    best = min((name for name in figures if name != "ours"), key=seconds.get)
    clock, busy = ratios(figures, best, 0), ratios(figures, best, 1)
    # Products that others on the machine did not slow down.
    peak = max(one["gemm_gflop_per_s"] for one in lines) if counted else None
    share = units / seconds["ours"] * line["gflop_a_clip"] / peak if counted else None
    print(json.dumps({
        "bench": "against-pytorch", "work": work, "size": given.size, "precision": line["precision"],
        "threads": given.threads, "rounds": given.rounds, "dropout": given.dropout, "best_peer": best,
        "ratio": spread(clock), "ratio_of_processor_time": spread(busy),
        "per_s": {name: round(units / value, 4) for name, value in seconds.items()},
        "processor_s_a_step": {name: round(statistics.median(b for _, b in rounds), 4) for name, rounds in figures.items()},
        "share_of_gemm": share and round(share, 3), "gemm_gflop_per_s": peak,
        "our_gflop_a_clip": line.get("gflop_a_clip"), "gflop_a_clip_counted_by_torch": counted,
        "our_peak_mib": line.get("peak_resident_mib"),
        "peer_peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "torch": torch.__version__, "processor": line["processor"], "load": round(os.getloadavg()[0], 2)}), flush=True)
    if counted and abs(counted / line["gflop_a_clip"] - 1) > APART:
        told(f"{work}: torch counts {counted:.4g} GFLOP a clip and we {line['gflop_a_clip']}: not the same work.")
    unit = "clips/s" if counted else "updates/s"
    peers = "; ".join(f"{name} {units / value:.3g}" for name, value in seconds.items() if name != "ours")
    return (f"| {given.size} | {work} | {line['precision']} | {units / seconds['ours']:.3g} {unit} | {peers} |"
            f" **{clock[1]:.2f}** ({clock[0]:.2f} to {clock[2]:.2f}) | {busy[1]:.2f} | {format(share, '.0%') if share else '–'} |"
            f" {os.getloadavg()[0]:.1f} |")


def main():
    given = options()
    torch.set_num_threads(given.threads)
    rows = [report(given, work) for work in given.work.split(",")]
    print("\n| size | work | precision | ours | PyTorch | ours / best of PyTorch | in processor time |"
          " share of GEMM | load |\n|---|---|---|---|---|---|---|---|---|")
    print("\n".join(rows))


if __name__ == "__main__":
    main()
