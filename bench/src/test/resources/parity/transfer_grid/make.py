"""Makes the numbers of a transfer case with NumPy alone, in double precision.

    python make.py ../transfer          compares with what the published classes gave
    python make.py . --write            writes expected.safetensors

The published model file is loaded as the published loader does: positions in space and in time
are resized as one list, nearest, with the scale in float32.
"""
import json, math, pathlib, struct, sys, zlib
import numpy as np

M = np.uint64


def uniform(key, n):
    with np.errstate(over="ignore"):
        z = (M(zlib.crc32(key.encode())) << M(32)) + np.arange(n, dtype=np.uint64)
        z = z + M(0x9E3779B97F4A7C15)
        z = (z ^ (z >> M(30))) * M(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> M(27))) * M(0x94D049BB133111EB)
        z = z ^ (z >> M(31))
    return (z >> M(11)).astype(np.float64) * 2.0**-53


def signed(key, shape, scale):
    n = int(np.prod(shape)) if shape else 1
    return ((2 * uniform(key, n) - 1) * scale).astype(np.float32).astype(np.float64).reshape(shape)


def integers(key, shape, least, above):
    return (least + np.floor(uniform(key, int(np.prod(shape))) * (above - least))).astype(int).reshape(shape)


class Weights:
    """Tensors by name: by the formula of a case, unless they were put in by hand."""

    def __init__(self, case):
        self.salt, self.scale, self.own = case["salt"], case["weight_std"] * math.sqrt(3), {}

    def __call__(self, name, *shape):
        if name in self.own:
            return self.own[name]
        key = f"{self.salt}:{name}"
        if name.endswith("temp"):
            return np.float64(np.float32(0.07))
        if name.endswith(".weight") and "norm" in name.split(".")[-2].lower():
            return 1 + signed(key, shape, 0.1)
        return signed(key, shape, self.scale)


def softmax(x):
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def gelu(x):
    return 0.5 * x * (1 + np.vectorize(math.erf)(x / math.sqrt(2)))


def norm(w, name, x, epsilon):
    d = x.shape[-1]
    mean, var = x.mean(-1, keepdims=True), x.var(-1, keepdims=True)
    return (x - mean) / np.sqrt(var + epsilon) * w(name + ".weight", d) + w(name + ".bias", d)


def linear(w, name, x, out):
    return x @ w(name + ".weight", out, x.shape[-1]).T + w(name + ".bias", out)


def attention(q, k, v, heads, mask=0.0):
    n, s, d = q.shape
    split = lambda t: t.reshape(n, -1, heads, d // heads).transpose(0, 2, 1, 3)
    scores = split(q) @ split(k).transpose(0, 1, 3, 2) / math.sqrt(d // heads) + mask
    return (softmax(scores) @ split(v)).transpose(0, 2, 1, 3).reshape(n, s, d)


def self_attention(w, name, x, heads):
    d = x.shape[-1]
    qkv = linear(w, name + ".qkv", x, 3 * d)
    return linear(w, name + ".proj", attention(*np.split(qkv, 3, -1), heads), d)


def video(w, c, frames):
    v, (b, t) = "visual_encoder.model.", frames.shape[:2]
    d, p = c["video_width"], c["patch"]
    g = c["img"] // p
    cut = frames.reshape(b, t, 3, g, p, g, p).transpose(0, 1, 3, 5, 2, 4, 6).reshape(b, t, g * g, -1)
    kernel = w(v + "patch_embed.proj.weight", d, 3, p, p).reshape(d, -1)
    place = w(v + "pos_embed", 1, g * g + 1, d)
    x = cut @ kernel.T + w(v + "patch_embed.proj.bias", d) + place[:, None, 1:]
    x = x.transpose(0, 2, 1, 3) + w(v + "time_embed", 1, t, d)  # (b, patches, t, d)
    cls = np.repeat(w(v + "cls_token", 1, 1, d) + place[:, :1], b, 0)
    for i in range(c["video_depth"]):
        k, h = f"{v}blocks.{i}.", c["video_heads"]
        y = norm(w, k + "temporal_norm1", x.reshape(b * g * g, t, d), 1e-6)
        y = linear(w, k + "temporal_fc", self_attention(w, k + "temporal_attn", y, h), d)
        x = x + y.reshape(x.shape)
        s = np.concatenate([np.repeat(cls, t, 0), x.transpose(0, 2, 1, 3).reshape(b * t, g * g, d)], 1)
        a = self_attention(w, k + "attn", norm(w, k + "norm1", s, 1e-6), h).reshape(b, t, 1 + g * g, d)
        cls = cls + a[:, :, :1].mean(1)
        x = x + a[:, :, 1:].transpose(0, 2, 1, 3)
        z = np.concatenate([cls, x.reshape(b, -1, d)], 1)
        m = gelu(linear(w, k + "mlp.fc1", norm(w, k + "norm2", z, 1e-6), 4 * d))
        z = z + linear(w, k + "mlp.fc2", m, d)
        cls, x = z[:, :1], z[:, 1:].reshape(x.shape)
    z = norm(w, v + "norm", np.concatenate([cls, x.reshape(b, -1, d)], 1), 1e-6)
    return np.concatenate([z[:, :1], z[:, 1:].reshape(b, g * g, t, d).mean(2)], 1)


def layers(w, c, which, x, mask):
    d = c["text_width"]
    for i in which:
        k = f"text_encoder.bert.encoder.layer.{i}."
        q, key, v = (linear(w, f"{k}attention.self.{n}", x, d) for n in ("query", "key", "value"))
        a = attention(q, key, v, c["text_heads"], (1 - mask)[:, None, None] * -10000.0)
        x = norm(w, k + "attention.output.LayerNorm", x + linear(w, k + "attention.output.dense", a, d), 1e-12)
        m = linear(w, k + "output.dense", gelu(linear(w, k + "intermediate.dense", x, c["text_ffn"])), d)
        x = norm(w, k + "output.LayerNorm", x + m, 1e-12)
    return x


def text(w, c, ids, mask):
    e, d = "text_encoder.bert.embeddings.", c["text_width"]
    x = w(e + "word_embeddings.weight", c["vocab"], d)[ids] + w(e + "token_type_embeddings.weight", 2, d)[0]
    x = x + w(e + "position_embeddings.weight", c["max_pos"], d)[: ids.shape[1]]
    return layers(w, c, range(c["fusion_layer"]), norm(w, e + "LayerNorm", x, 1e-12), mask)


def fused_cls(w, c, words, mask, seen):
    all_seen = np.concatenate([mask, np.ones(seen.shape[:2])], 1)
    which = range(c["fusion_layer"], c["text_layers"])
    return layers(w, c, which, np.concatenate([words, seen], 1), all_seen)[:, 0]


def unit(x):
    return x / np.maximum(np.linalg.norm(x, axis=-1, keepdims=True), 1e-12)


def listed(rows, count):
    """Rows of a list for another length: the engine's nearest rule, in float32."""
    scale = np.float32(len(rows)) / np.float32(count)
    return rows[[min(len(rows) - 1, int(np.floor(np.float32(i) * scale))) for i in range(count)]]


def numbers(case, source):
    c, s, d = case["config"], source["config"], case["config"]["video_width"]
    w = Weights(source)
    v, patches = "visual_encoder.model.", (c["img"] // c["patch"]) ** 2
    place = w(v + "pos_embed", 1, (s["img"] // s["patch"]) ** 2 + 1, d)[0]
    w.own[v + "pos_embed"] = np.concatenate([place[:1], listed(place[1:], patches)])[None]
    w.own[v + "time_embed"] = listed(w(v + "time_embed", 1, s["frames"], d)[0], c["frames"])[None]

    b, n = case["batch"], case["max_length"]
    frames = signed(case["salt"] + ":visual_inputs", (b, c["frames"], 3, c["img"], c["img"]), 1.5)
    ids = integers(case["salt"] + ":text_input_ids", (b, n), 5, c["vocab"])
    mask = np.zeros((b, n))
    for row, length in enumerate(case["lengths"]):
        ids[row, 0], ids[row, length - 1], ids[row, length:], mask[row, :length] = 2, 3, 0, 1
    seen, words = video(w, c, frames), text(w, c, ids, mask)
    feature = lambda name, x: unit(linear(w, name, x[:, 0], 256))
    first = np.repeat(seen[:1], b, 0)
    fresh = Weights(case)  # of the answer head, which the file lacks
    hidden = linear(fresh, "classifier.0", fused_cls(w, c, words, mask, seen), 2 * d)
    logits = linear(fresh, "classifier.2", np.maximum(hidden, 0), case["answers"])
    right = softmax(logits)[range(b), [i % case["answers"] for i in range(b)]]
    return {
        "pos_embed": w.own[v + "pos_embed"],
        "time_embed": w.own[v + "time_embed"],
        "retrieval_vtc_scores": feature("vision_proj", seen)[:1] @ feature("text_proj", words).T / w("temp"),
        "retrieval_vtm_logits": linear(w, "itm_head", fused_cls(w, c, words, mask, first), 2),
        "qa_logits": logits,
        "qa_loss": -np.log(right).mean(),
    }


def read(file):
    data = file.read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8 : 8 + size])
    return {
        name: np.frombuffer(data[8 + size :][slice(*t["data_offsets"])], "<f4").reshape(t["shape"])
        for name, t in header.items()
        if name != "__metadata__"
    }


def write(file, tensors):
    header, body = {}, b""
    for name, value in sorted(tensors.items()):
        raw = np.asarray(value, "<f4").tobytes()
        header[name] = {
            "dtype": "F32",
            "shape": list(np.shape(value)),
            "data_offsets": [len(body), len(body) + len(raw)],
        }
        body += raw
    head = json.dumps(header).encode()
    head += b" " * (-len(head) % 8)
    file.write_bytes(struct.pack("<Q", len(head)) + head + body)


folder = pathlib.Path(sys.argv[1]).resolve()
case = json.loads((folder / "case.json").read_text())
made = numbers(case, json.loads((folder.parent / case["source"] / "case.json").read_text()))
if sys.argv[2:] == ["--write"]:
    write(folder / "expected.safetensors", made)
for name, value in read(folder / "expected.safetensors").items():
    print(f"{name:24} {value.shape!s:14} most {np.abs(value - np.asarray(made[name]).reshape(value.shape)).max():.1e} apart")
