"""The peer's pre-training step on a device: a line of JSON for ./lab gpu-check.

usage: once.py DEVICE SIZE BATCH STEPS
"""
import json
import statistics
import sys
import time

import torch

device, size, batch, steps = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
if device == "cuda" and not torch.cuda.is_available():
    print(json.dumps({"why": f"PyTorch {torch.__version__} sees no GPU"}))
    sys.exit()
torch.set_default_device(device)

from peers import Training  # noqa: E402  (makes tensors when it is imported)
from sizes import SIZES  # noqa: E402


def seconds(work):
    """Of a step that is over on the device too."""
    began = time.perf_counter()
    work()
    if device == "cuda":
        torch.cuda.synchronize()
    return time.perf_counter() - began


training = Training(SIZES[size], "fp32", batch)
training.use("fused")
times = [seconds(training.work) for _ in range(steps)]
settled = statistics.median(times[steps // 2:])
print(json.dumps({"torch": torch.__version__, "clips_per_s": round(batch / settled, 3)}))
