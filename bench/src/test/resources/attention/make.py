"""Golden numbers of the video encoder's three kinds of attention, by plain PyTorch in float32.

    python make.py > expected.json

The encoder is written here from sections 3 and 4 of the TimeSformer paper and shares no code with ours. Weights and
frames are those of ParityFormula, from names alone. Made with PyTorch 2.15.0 on a CPU.
"""
import json
import zlib

import numpy as np
import torch
import torch.nn.functional as F

SIZE, PATCH, T, D, DEPTH, HEADS, INNER, B = 8, 4, 3, 8, 2, 2, 16, 2
P = (SIZE // PATCH) ** 2
SALT, DEVIATION = "attention", 0.3


def uniform(key, count):
    u64 = np.uint64
    with np.errstate(over="ignore"):
        z = (u64(zlib.crc32(key.encode())) << u64(32)) + np.arange(count, dtype=u64) + u64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> u64(30))) * u64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> u64(27))) * u64(0x94D049BB133111EB)
        z ^= z >> u64(31)
    return (z >> u64(11)).astype(np.float64) * 2.0**-53


def signed(key, shape, scale):
    values = (2 * uniform(key, int(np.prod(shape))) - 1) * scale
    return torch.from_numpy(values.astype(np.float32)).reshape(shape)


def weight(name, *shape):
    path = name.split(".")
    if path[-1] == "weight" and "norm" in path[-2]:
        return 1 + signed(f"{SALT}:{name}", shape, 0.1)
    return signed(f"{SALT}:{name}", shape, DEVIATION * 3**0.5)


def linear(x, name, out):
    return F.linear(x, weight(name + ".weight", out, x.shape[-1]), weight(name + ".bias", out))


def norm(x, name):
    return F.layer_norm(x, (D,), weight(name + ".weight", D), weight(name + ".bias", D), 1e-6)


def attention(x, name):
    n, s, _ = x.shape
    q, k, v = linear(x, name + ".qkv", 3 * D).reshape(n, s, 3, HEADS, D // HEADS).permute(2, 0, 3, 1, 4)
    weights = (q @ k.transpose(-1, -2) / (D // HEADS) ** 0.5).softmax(-1)
    return linear((weights @ v).transpose(1, 2).reshape(n, s, D), name + ".proj", D)


def perceptron(z, block):
    return z + linear(F.gelu(linear(norm(z, block + ".norm2"), block + ".mlp.fc1", INNER)), block + ".mlp.fc2", D)


def whole(z, block):
    return perceptron(z + attention(norm(z, block + ".norm1"), block + ".attn"), block)


def divided(z, block):
    cls, x = z[:, :1], z[:, 1:]
    time = attention(norm(x.reshape(B * P, T, D), block + ".temporal_norm1"), block + ".temporal_attn")
    x = x + linear(time, block + ".temporal_fc", D).reshape(B, P * T, D)
    frames = x.reshape(B, P, T, D).transpose(1, 2).reshape(B * T, P, D)
    space = torch.cat((cls.repeat_interleave(T, 0), frames), 1)
    space = attention(norm(space, block + ".norm1"), block + ".attn")
    cls = cls + space[:, 0].reshape(B, T, D).mean(1, keepdim=True)
    x = x + space[:, 1:].reshape(B, T, P, D).transpose(1, 2).reshape(B, P * T, D)
    return perceptron(torch.cat((cls, x), 1), block)


def encode(kind):
    frames = signed(f"{SALT}:frames", (B * T, 3, SIZE, SIZE), 1.5)
    name = "patch_embed.proj"
    x = F.conv2d(frames, weight(name + ".weight", D, 3, PATCH, PATCH), weight(name + ".bias", D), stride=PATCH)
    x = x.flatten(2).transpose(1, 2)
    z = torch.cat((weight("cls_token", 1, 1, D).expand(B * T, 1, D), x), 1) + weight("pos_embed", 1, P + 1, D)
    block = divided if kind == "DIVIDED" else whole
    if kind == "SPACE_ONLY":
        for i in range(DEPTH):
            z = block(z, f"blocks.{i}")
        return norm(z.reshape(B, T, P + 1, D).mean(1), "norm")
    cls = z.reshape(B, T, P + 1, D)[:, 0, :1]
    x = z[:, 1:].reshape(B, T, P, D).transpose(1, 2) + weight("time_embed", 1, T, D)
    z = torch.cat((cls, x.reshape(B, P * T, D)), 1)
    for i in range(DEPTH):
        z = block(z, f"blocks.{i}")
    z = norm(z, "norm")
    return torch.cat((z[:, :1], z[:, 1:].reshape(B, P, T, D).mean(2)), 1)


print(json.dumps({kind: [float(v) for v in encode(kind).flatten()] for kind in ("DIVIDED", "JOINT", "SPACE_ONLY")}))
