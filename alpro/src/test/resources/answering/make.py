"""Golden numbers of the published fine-tuning for question answering, by plain PyTorch in float32 on a CPU.

    python make.py            writes step.safetensors, which PublishedStepTest reads

The network is written here from docs/method.md, sections 1 and 7, and shares no code with ours. Done as the published code
does it: attention and perceptrons of the video blocks get no gradient (section 7.4), the gradients of two batches are summed,
the norm of the sum is clipped, the first update counts as the third, no weight decay, a learning rate of 0 becomes 1e-8
(section 5.4). The file holds every tensor before ("before.") and after ("after.") four updates, and the losses, the accuracies
and the gradient norms of the updates. Dropout and stochastic depth are 0.
"""
import json
import re
import struct

import numpy as np
import torch
import torch.nn.functional as F

SIZE, PATCH, T, D, HEADS, BLOCKS, INNER = 16, 8, 2, 8, 2, 2, 16
LAYERS, FUSION, VOCAB, POSITIONS, C, B, L = 4, 2, 20, 8, 5, 3, 6
P = (SIZE // PATCH) ** 2
UPDATES, ACCUMULATE, RATE, WARMUP, CLIP = 4, 2, 1e-2, 0.5, 2.0
MEAN, STD = (0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711)
FROZEN = re.compile(r"visual_encoder\.model\.blocks\.\d+\.(attn|temporal_attn|mlp)\..*")

torch.manual_seed(7)
W = {}


def make(name, *shape):
    values = torch.randn(shape) * 0.25
    if re.search(r"[nN]orm\w*\.weight$", name):
        values = 1 + 0.4 * values
    W[name] = values


def make_linear(name, inputs, outputs):
    make(name + ".weight", outputs, inputs)
    make(name + ".bias", outputs)


def make_norm(name):
    make(name + ".weight", D)
    make(name + ".bias", D)


V = "visual_encoder.model."
E = "text_encoder.embeddings."
make(V + "cls_token", 1, 1, D)
make(V + "pos_embed", 1, P + 1, D)
make(V + "time_embed", 1, T, D)
make(V + "patch_embed.proj.weight", D, 3, PATCH, PATCH)
make(V + "patch_embed.proj.bias", D)
for i in range(BLOCKS):
    block = f"{V}blocks.{i}."
    for norm_name in ("norm1", "temporal_norm1", "norm2"):
        make_norm(block + norm_name)
    for attention_name in ("attn", "temporal_attn"):
        make_linear(block + attention_name + ".qkv", D, 3 * D)
        make_linear(block + attention_name + ".proj", D, D)
    make_linear(block + "temporal_fc", D, D)
    make_linear(block + "mlp.fc1", D, INNER)
    make_linear(block + "mlp.fc2", INNER, D)
make_norm(V + "norm")
make(E + "word_embeddings.weight", VOCAB, D)
make(E + "position_embeddings.weight", POSITIONS, D)
make(E + "token_type_embeddings.weight", 2, D)
make_norm(E + "LayerNorm")
for i in range(LAYERS):
    layer = f"text_encoder.encoder.layer.{i}."
    for part in ("query", "key", "value"):
        make_linear(layer + "attention.self." + part, D, D)
    make_linear(layer + "attention.output.dense", D, D)
    make_norm(layer + "attention.output.LayerNorm")
    make_linear(layer + "intermediate.dense", D, INNER)
    make_linear(layer + "output.dense", INNER, D)
    make_norm(layer + "output.LayerNorm")
make_linear("classifier.0", D, 2 * D)
make_linear("classifier.2", 2 * D, C)


def linear(x, name):
    return F.linear(x, W[name + ".weight"], W[name + ".bias"])


def norm(x, name, epsilon):
    return F.layer_norm(x, (D,), W[name + ".weight"], W[name + ".bias"], epsilon)


def heads(x):
    return x.reshape(x.shape[0], x.shape[1], HEADS, D // HEADS).transpose(1, 2)


def merged(weights, v):
    mixed = weights @ v
    return mixed.transpose(1, 2).reshape(mixed.shape[0], -1, D)


def video_attention(x, name):
    q, k, v = (heads(part) for part in linear(x, name + ".qkv").chunk(3, -1))
    return linear(merged((q @ k.transpose(-1, -2) / (D // HEADS) ** 0.5).softmax(-1), v), name + ".proj")


def video(frames):
    x = F.conv2d(frames.reshape(B * T, 3, SIZE, SIZE), W[V + "patch_embed.proj.weight"], W[V + "patch_embed.proj.bias"],
                 stride=PATCH).flatten(2).transpose(1, 2)
    x = x + W[V + "pos_embed"][:, 1:]
    x = x.reshape(B, T, P, D).transpose(1, 2) + W[V + "time_embed"][:, None]
    x = x.reshape(B, P * T, D)
    c = (W[V + "cls_token"] + W[V + "pos_embed"][:, :1]).expand(B, 1, D)
    for i in range(BLOCKS):
        block = f"{V}blocks.{i}."
        y = norm(x.reshape(B * P, T, D), block + "temporal_norm1", 1e-6)
        x = x + linear(video_attention(y, block + "temporal_attn"), block + "temporal_fc").reshape(B, P * T, D)
        s = x.reshape(B, P, T, D).transpose(1, 2).reshape(B * T, P, D)
        s = torch.cat((c.repeat_interleave(T, 0), s), 1)
        a = video_attention(norm(s, block + "norm1", 1e-6), block + "attn")
        c = c + a[:, 0].reshape(B, T, D).mean(1, keepdim=True)
        x = x + a[:, 1:].reshape(B, T, P, D).transpose(1, 2).reshape(B, P * T, D)
        z = torch.cat((c, x), 1)
        z = z + linear(F.gelu(linear(norm(z, block + "norm2", 1e-6), block + "mlp.fc1")), block + "mlp.fc2")
        c, x = z[:, :1], z[:, 1:]
    z = norm(torch.cat((c, x), 1), V + "norm", 1e-6)
    return torch.cat((z[:, :1], z[:, 1:].reshape(B, P, T, D).mean(2)), 1)


def bert(x, mask, first, end):
    hidden = (1 - mask)[:, None, None, :] * -10000.0
    for i in range(first, end):
        layer = f"text_encoder.encoder.layer.{i}."
        own = layer + "attention.self."
        q, k, v = (heads(linear(x, own + part)) for part in ("query", "key", "value"))
        a = merged((q @ k.transpose(-1, -2) / (D // HEADS) ** 0.5 + hidden).softmax(-1), v)
        h = norm(x + linear(a, layer + "attention.output.dense"), layer + "attention.output.LayerNorm", 1e-12)
        inner = F.gelu(linear(h, layer + "intermediate.dense"))
        x = norm(h + linear(inner, layer + "output.dense"), layer + "output.LayerNorm", 1e-12)
    return x


def logits(pixels, ids, mask):
    frames = torch.from_numpy(pixels.astype(np.float32)).reshape(B, T, SIZE, SIZE, 3) / 255
    frames = ((frames - torch.tensor(MEAN)) / torch.tensor(STD)).permute(0, 1, 4, 2, 3)
    words = F.embedding(ids, W[E + "word_embeddings.weight"], padding_idx=0)
    x = words + W[E + "position_embeddings.weight"][:L] + W[E + "token_type_embeddings.weight"][0]
    text = bert(norm(x, E + "LayerNorm", 1e-12), mask, 0, FUSION)
    clip = video(frames)
    fused = bert(torch.cat((text, clip), 1), torch.cat((mask, torch.ones(B, P + 1)), 1), FUSION, LAYERS)
    return linear(F.relu(linear(fused[:, 0], "classifier.0")), "classifier.2")


def batch(number):
    """The same formula is in PublishedStepTest: bytes, word pieces and answers of batch 1, 2, …"""
    i = np.arange(B * T * SIZE * SIZE * 3, dtype=np.int64)
    pixels = (i * i * 31 + i * 17 + number * 101) % 256
    ids, mask = torch.zeros(B, L, dtype=torch.long), torch.zeros(B, L)
    for row in range(B):
        length = L - row
        ids[row, :length] = torch.tensor([2] + [5 + (7 * row + 3 * k + number) % 15 for k in range(length - 2)] + [3])
        mask[row, :length] = 1
    return pixels, ids, mask, torch.tensor([(row + number) % C for row in range(B)])


def rate(n):
    warm = int(WARMUP * UPDATES)
    value = RATE * n / warm if n < warm else RATE * max(0.0, (UPDATES - n) / (UPDATES - warm))
    return value if value > 0 else 1e-8


stored = {"before." + name: values.clone() for name, values in W.items()}
learning = [name for name in W if not FROZEN.match(name)]
for name in learning:
    W[name].requires_grad_(True)
moments = {name: (torch.zeros_like(W[name]), torch.zeros_like(W[name])) for name in learning}
losses, accuracies, norms = [], [], []
for update in range(1, UPDATES + 1):
    told, right = 0.0, 0.0
    for part in range(ACCUMULATE):
        pixels, ids, mask, labels = batch((update - 1) * ACCUMULATE + part + 1)
        scores = logits(pixels, ids, mask)
        loss = F.cross_entropy(scores, labels)
        loss.backward()
        told += loss.item() / ACCUMULATE
        right += (scores.argmax(1) == labels).float().mean().item() / ACCUMULATE
    norms.append(torch.nn.utils.clip_grad_norm_([W[name] for name in learning], CLIP).item())
    losses.append(told)
    accuracies.append(right)
    k = update + 2
    with torch.no_grad():
        for name in learning:
            m, u = moments[name]
            g = W[name].grad
            m.mul_(0.9).add_(g, alpha=0.1)
            u.mul_(0.98).addcmul_(g, g, value=0.02)
            W[name] -= rate(update) * (1 - 0.98**k) ** 0.5 / (1 - 0.9**k) * m / (u.sqrt() + 1e-6)
            W[name].grad = None
stored.update({"after." + name: values.detach() for name, values in W.items()})
stored.update(losses=torch.tensor(losses), accuracies=torch.tensor(accuracies), norms=torch.tensor(norms))

header, data = {}, b""
for name, values in stored.items():
    raw = values.numpy().astype("<f4").tobytes()
    header[name] = {"dtype": "F32", "shape": list(values.shape), "data_offsets": [len(data), len(data) + len(raw)]}
    data += raw
head = json.dumps(header).encode()
head += b" " * (-len(head) % 8)
with open("step.safetensors", "wb") as file:
    file.write(struct.pack("<Q", len(head)) + head + data)
print("losses", losses, "accuracies", accuracies, "norms", norms)
