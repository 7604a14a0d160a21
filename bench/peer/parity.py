"""Does the peer compute what the published code computed? Losses of a golden case, by both kinds of attention.

python parity.py FOLDER with case.json: prints the losses and the norm of their gradient, and ends with 1 where one
differs by more than 1e-5. Updates are not compared: torch's AdamW adds its epsilon elsewhere than the published one.
"""
import json
import sys
import zlib
from pathlib import Path

import numpy
import torch
from model import Alpro, Attention
from sizes import Sizes
from step import hardest, labels_of, losses

TOLERANCE = 1e-5
FIGURES = "VTC", "VTM", "MLM", "PEM", "total", "norm of the gradient"


def uniform(key, count):
    """The formula of the golden cases: splitmix64 over places, from the key's CRC."""
    with numpy.errstate(over="ignore"):
        z = numpy.arange(count, dtype=numpy.uint64) + numpy.uint64(zlib.crc32(key.encode()) << 32)
        z += numpy.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
        z ^= z >> numpy.uint64(31)
    return (z >> numpy.uint64(11)).astype(numpy.float64) * 2.0**-53


def signed(key, shape, scale):
    values = (2 * uniform(key, int(numpy.prod(shape))) - 1) * scale
    return torch.from_numpy(values.astype(numpy.float32).reshape(shape))


def integers(key, shape, least, above):
    return torch.from_numpy((least + numpy.floor(uniform(key, int(numpy.prod(shape))) * (above - least))).astype(
        numpy.int64).reshape(shape))


def weight(case, name, shape):
    """By its name in the file; prompts are unit rows, norms lie around 1."""
    key, (*path, leaf) = f"{case['salt']}:{name}", name.split(".")
    if leaf == "temp":
        return torch.tensor(0.07)
    if leaf.endswith("prompt_feat"):
        return torch.nn.functional.normalize(signed(key, shape, 1).double(), dim=1).float()
    if leaf == "weight" and "norm" in path[-1].lower():
        return 1 + signed(key, shape, 0.1)
    return signed(key, shape, case["weight_std"] * 3**0.5)


def sizes_of(case):
    c = case["config"]
    return Sizes(c["img"], c["patch"], c["frames"], c["video_width"], c["video_depth"], c["video_heads"],
                 4 * c["video_width"], c["vocab"], c["text_layers"], c["fusion_layer"], c["text_heads"], c["text_ffn"],
                 c["max_pos"], 256, c["entities"], case["max_length"], case["batch"], 0.0)


def filled(case, prefix=""):
    model = Alpro(sizes_of(case))
    for name, tensor in model.state_dict().items():
        tensor.copy_(weight(case, prefix + name, tuple(tensor.shape)))
    return model.eval()


def inputs(case):
    """Frames, crops, ids, mask, hidden words and boxes of the case."""
    sizes, salt, lengths = sizes_of(case), case["salt"], case["lengths"]
    shape = (sizes.batch, sizes.frames, 3, sizes.image, sizes.image)
    ids = integers(salt + ":text_input_ids", (sizes.batch, sizes.words), 5, sizes.vocabulary)
    mask = torch.zeros(sizes.batch, sizes.words)
    places = []
    for row, length in enumerate(lengths):
        ids[row, 0], ids[row, length - 1], ids[row, length:], mask[row, :length] = 2, 3, 0, 1
        places += [row * sizes.words + i for i in range(1, length - 1, 3)]
    places = torch.tensor(places)
    changed = ids.clone()
    changed.view(-1)[places] = 4
    grid = sizes.image // sizes.patch
    inside = torch.zeros(sizes.batch, grid, grid)
    for row, (top, left, height, width) in enumerate(case["crop_boxes_top_left_height_width_in_patches"]):
        inside[row, top:top + height, left:left + width] = 1
    frames, crops = (signed(f"{salt}:{key}", shape, 1.5) for key in ("visual_inputs", "crop_visual_inputs"))
    return frames, crops, ids, mask, (changed, places, ids.view(-1)[places]), inside.flatten(1)


def computed(model, case, given, labels):
    """The four losses, their sum and the norm of its gradient."""
    frames, _, ids, mask, masked, inside = given
    # As the published code, which compares the entity's number.
    four = losses(model, frames, ids, mask, masked, inside, labels, hardest, lambda all: all.argmax(1) >= 1)
    total = sum(four)
    total.backward()
    norm = torch.nn.utils.clip_grad_norm_(model.parameters(), case["optimizer"]["grad_norm"])
    return [x.item() for x in (*four, total, norm)]


def main(folder):
    case = json.loads((Path(folder) / "case.json").read_text())
    given = inputs(case)
    expected = case["training_losses_vtc_vtm_mlm_pem_total_gradnorm"][0]
    wrong = 0
    for Attention.fused in (False, True):
        prompts = weight(case, "prompter.video_prompt_feat", (case["config"]["entities"], 256))
        labels = labels_of(filled(case, "prompter."), prompts, given[1])
        for name, one, other in zip(FIGURES, computed(filled(case), case, given, labels), expected):
            fits = abs(one - other) <= TOLERANCE
            wrong += not fits
            print(f"{'fused' if Attention.fused else 'written out'} {name}: {one:.6f}, published {other:.6f}"
                  f"{'' if fits else '  DIFFERS'}")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
