"""The PyTorch that speed is compared with computes what the published code computed."""
import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[4]
PEER = ROOT / "bench" / "peer"
CASE = ROOT / "bench" / "src" / "test" / "resources" / "parity" / "pretrain"


@pytest.fixture(scope="module")
def torch():
    python = os.environ.get("ALPROLAB_TORCH") or ROOT / ".lab" / "torch" / "bin" / "python"
    if not Path(python).exists():
        pytest.skip("no PyTorch: ./lab bench against-pytorch fetches it, or ALPROLAB_TORCH names a Python that has it")
    return str(python)


def ran(torch, *arguments):
    return subprocess.run([torch, *arguments], cwd=PEER, text=True, capture_output=True, timeout=600,
                          env={**os.environ, "OMP_NUM_THREADS": "1"})


def test_both_kinds_of_attention_give_the_losses_and_the_gradient_of_the_golden_case(torch):
    done = ran(torch, "parity.py", str(CASE))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("published") == 12


def test_an_update_in_each_precision_and_variant_changes_the_model(torch):
    code = """
import torch
from peers import Training
from sizes import SIZES
for precision in ("fp32", "bf16"):
    training = Training(SIZES["lab"], precision, 2)
    for variant in training.variants:
        before = training.model.vision_proj.weight.clone()
        training.timed(variant, 1)
        assert not torch.equal(before, training.model.vision_proj.weight), (precision, variant)
print("changed")
"""
    done = ran(torch, "-c", code)
    assert done.stdout.strip() == "changed", done.stderr


def test_wrong_options_are_refused_with_what_is_allowed(torch):
    done = ran(torch, "against_pytorch.py", "--work", "sleep", "--rounds", "0", "--", "true")
    assert done.returncode == 2
    assert "--work sleep" in done.stderr and "train, encode, optimizer" in done.stderr
