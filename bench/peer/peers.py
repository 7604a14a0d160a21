"""What is timed in PyTorch: a pre-training step, encoding clips, an optimiser's update; each in its variants."""
import contextlib
import time

import torch
from model import Alpro, Attention
from step import Step, normalised
from torch.utils.flop_counter import FlopCounterMode

BLOCKS, WIDTH = 28, 768


def took(work):
    began, busy = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - began, time.process_time() - busy


class Models:
    """Work on one model with random weights, by attention written out, fused, or compiled."""

    def __init__(self, sizes, precision, batch):
        torch.manual_seed(1)
        self.sizes, self.batch, self.autocast = sizes, batch, precision == "bf16"
        self.variants = ["written out", "fused"]
        self.model, self.prompter = Alpro(sizes), Alpro(sizes).requires_grad_(False)
        edge = sizes.image
        self.pixels = torch.randint(256, (batch, sizes.frames, edge, edge, 3), dtype=torch.uint8)
        self.ids = torch.randint(5, sizes.vocabulary, (batch, sizes.words))
        self.ids[:, 0], self.ids[:, -1] = 2, 3
        self.mask = torch.ones(batch, sizes.words)
        self.plain = {}

    def compile(self):
        """Adds the compiled variant, of fused attention; what stands against it where there is something."""
        try:
            Attention.fused = True
            self.use("compiled")
            self.work()
            self.variants.append("compiled")
        except Exception as e:  # torch.compile fails in many ways, all of which mean the same here
            return f"torch.compile does not work here: {type(e).__name__}: {str(e).strip().splitlines()[0][:200]}"
        finally:
            self.use("fused")
        return None

    def parts(self):
        for one in (self.model, self.prompter):
            yield one.video, "forward"
            yield one.bert, "run"

    def use(self, variant):
        Attention.fused = variant != "written out"
        for part, name in self.parts():
            key = (id(part), name)
            plain = self.plain.setdefault(key, getattr(part, name))
            compiled = (key, "compiled")
            if variant == "compiled" and compiled not in self.plain:
                self.plain[compiled] = torch.compile(plain)
            setattr(part, name, self.plain[compiled] if variant == "compiled" else plain)

    def timed(self, variant, steps):
        """Seconds of each step, by the clock and of processors."""
        self.use(variant)
        return [took(self.work) for _ in range(steps)]


class Training(Models):
    def __init__(self, *given):
        super().__init__(*given)
        prompts = torch.nn.functional.normalize(torch.randn(self.sizes.entities, self.sizes.projection), dim=1)
        self.step = Step(self.sizes, self.model.train(), self.prompter, prompts, self.autocast)

    def work(self):
        self.step(self.pixels, self.ids, self.mask)

    def gflop(self):
        """Of a clip, as torch counts products of matrices and convolutions."""
        self.use("written out")
        with FlopCounterMode(display=False) as counter:
            self.work()
        return counter.get_total_flops() / self.batch / 1e9


class Encoding(Models):
    def __init__(self, *given):
        super().__init__(*given)
        self.model.eval()

    @torch.inference_mode()
    def work(self):
        with torch.autocast("cpu", torch.bfloat16) if self.autocast else contextlib.nullcontext():
            return self.model.video_feature(self.model.video(normalised(self.pixels)))

    def gflop(self):
        self.use("written out")
        with FlopCounterMode(display=False) as counter:
            self.work()
        return counter.get_total_flops() / self.batch / 1e9


class Optimizing:
    """200 million parameters: the gradient clipped to a norm, and torch's fused AdamW."""

    variants = ["fused"]

    def __init__(self, *_):
        shapes = [(WIDTH, WIDTH), (WIDTH,)] * 4 + [(4 * WIDTH, WIDTH), (4 * WIDTH,), (WIDTH, 4 * WIDTH), (WIDTH,)]
        self.parameters = [torch.full(s, 0.01, requires_grad=True) for s in (shapes + [(WIDTH,)] * 4) * BLOCKS]
        self.gradients = [torch.full_like(p, 1e-4) for p in self.parameters]
        self.optimizer = torch.optim.AdamW(self.parameters, lr=1e-5, betas=(0.9, 0.98), eps=1e-6, weight_decay=1e-3,
                                           fused=True)
        self.batch = 1

    def compile(self):
        return None

    def timed(self, _, steps):
        return [self.update() for _ in range(steps)]

    def update(self):
        for parameter, gradient in zip(self.parameters, self.gradients):
            parameter.grad = gradient  # as a backward pass would leave it; not timed
        return took(self.work)

    def work(self):
        torch.nn.utils.clip_grad_norm_(self.parameters, 1e9)
        self.optimizer.step()
        self.optimizer.zero_grad()


WORKS = {"train": Training, "encode": Encoding, "optimizer": Optimizing}
