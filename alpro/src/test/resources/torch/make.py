"""Makes the files of this folder with PyTorch; see README.md."""
import collections
import os
import sys

import torch

os.chdir(os.path.dirname(os.path.abspath(__file__)))
base = torch.arange(24, dtype=torch.float32).reshape(2, 3, 4) / 8 - 1
shared = torch.arange(6, dtype=torch.float32)

state = collections.OrderedDict(
    float32=base,
    float16=torch.tensor([0.0, -0.0, 1.0, -2.5, 65504.0, 6e-8, 6.1e-5, float("inf")]).half(),
    bfloat16=torch.tensor([1.0, -3.140625, 1e30, 1e-40]).bfloat16(),
    float64=torch.tensor([0.1, 1e300], dtype=torch.float64),
    int64=torch.tensor([[1, -2], [2**40, 0]]),
    int32=torch.tensor([7, -7], dtype=torch.int32),
    uint8=torch.tensor([0, 255], dtype=torch.uint8),
    boolean=torch.tensor([True, False]),
    scalar=torch.tensor(0.07),
    empty=torch.zeros(0, 5),
    transposed=base.permute(2, 0, 1),
    slice=base[1, 1:, ::2],
    tied=shared,
    tied_again=shared,
    tail=shared[4:],
)
torch.save(state, "types.pt")
torch.save(state, "types_legacy.pt", _use_new_zipfile_serialization=False)
small = {"a.weight": base, "a.bias": torch.nn.Parameter(torch.ones(2))}
torch.save({"model_state_dict": small, "global_step": 12, "lr": 1e-4}, "wrapped.pt")
torch.save({"model": {"module." + k: v for k, v in small.items()}, "epoch": 3}, "parallel.pt")
torch.save({"epoch": 3, "config": {"a": [1, 2.5, None]}}, "no_tensors.pt")


class Hostile:
    def __reduce__(self):
        return os.system, ("touch hostile_was_here",)


torch.save({"a": base, "b": Hostile()}, "hostile.pt")
torch.save({"a": base, "b": Hostile()}, "hostile_legacy.pt", _use_new_zipfile_serialization=False)
print(torch.__version__, file=sys.stderr)
