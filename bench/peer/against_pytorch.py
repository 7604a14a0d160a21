"""./lab bench against-pytorch: ours and PyTorch in turns on the same cores, and what one is over the other.

Every round measures ours and each variant of the peer once, in an order that turns round. The ratio of a round is ours
over the variant that is best by its median; printed are the median of the rounds and the quartiles.
"""
import argparse
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
    parser.add_argument("--compile", choices=["true", "false"], default="true", help="whether torch.compile is tried")
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
        for name, value in {"size": given.size, "precision": given.precision, "threads": given.threads, "batch": batch,
                            "steps": steps}.items():
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


def measured(given, work):
    """Steps a second: of ours and of every variant, a figure a round; our last line; what torch counts."""
    sizes = SIZES[given.size]
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
        peer.timed(variant, 2)
    figures = {variant: [] for variant in ["ours"] + peer.variants}
    for number in range(given.rounds):
        names = list(figures)
        for name in names if number % 2 == 0 else reversed(names):
            time.sleep(0.3)  # threads of the other have gone to sleep
            if name == "ours":
                line = ours.line()
                seconds = line["step_s"]["median"]
            else:
                seconds = statistics.median(peer.timed(name, steps))
            figures[name].append(batch / seconds if counted else 1 / seconds)
        told(f"{work}, round {number + 1}: " + ", ".join(f"{n} {f[-1]:.3g}" for n, f in figures.items()))
    ours.close()
    return figures, line, counted


def quartiles(values):
    return statistics.quantiles(values, n=4, method="inclusive") if len(values) > 1 else [values[0]] * 3


def report(given, work):
    figures, line, counted = measured(given, work)
    best = max((name for name in figures if name != "ours"), key=lambda name: statistics.median(figures[name]))
    lower, ratio, upper = quartiles([one / other for one, other in zip(figures["ours"], figures[best])])
    result = {"bench": "against-pytorch", "work": work, "size": given.size, "precision": given.precision,
              "threads": given.threads, "rounds": given.rounds, "best_peer": best,
              "ratio": {"median": round(ratio, 3), "lower_quartile": round(lower, 3), "upper_quartile": round(upper, 3)},
              **{name: round(statistics.median(values), 4) for name, values in figures.items()},
              "share_of_gemm": line.get("share_of_gemm"), "gemm_gflop_per_s": line.get("gemm_gflop_per_s"),
              "our_gflop_a_clip": line.get("gflop_a_clip"), "gflop_a_clip_counted_by_torch": counted,
              "our_peak_mib": line.get("peak_resident_mib"),
              "peer_peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
              "torch": torch.__version__, "processor": line["processor"], "load": os.getloadavg()[0]}
    print(json.dumps(result), flush=True)
    if counted and abs(counted / line["gflop_a_clip"] - 1) > APART:
        told(f"{work}: torch counts {counted:.4g} GFLOP a clip and we {line['gflop_a_clip']}: not the same work.")
    unit = "updates/s" if work == "optimizer" else "clips/s"
    peers = "; ".join(f"{name} {statistics.median(values):.3g}" for name, values in figures.items() if name != "ours")
    return (f"| {given.size} | {work} | {given.precision} | {statistics.median(figures['ours']):.3g} {unit} | {peers} |"
            f" **{ratio:.2f}** ({lower:.2f} to {upper:.2f}) |"
            f" {'–' if line.get('share_of_gemm') is None else format(line['share_of_gemm'], '.0%')} |"
            f" {os.getloadavg()[0]:.1f} |")


def main():
    given = options()
    torch.set_num_threads(given.threads)
    rows = [report(given, work) for work in given.work.split(",")]
    print("\n| size | work | precision | ours | PyTorch | ours / best of PyTorch | share of GEMM | load |\n"
          "|---|---|---|---|---|---|---|---|")
    print("\n".join(rows))


if __name__ == "__main__":
    main()
