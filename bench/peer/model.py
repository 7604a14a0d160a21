"""ALPRO as a PyTorch user would write it, from the paper: both encoders, heads, and the names of published files.

Attention is written out or torch's fused one, by `Attention.fused`; everything else is the same for both.
"""
import math

import torch
import torch.nn.functional as F
from torch import nn


class Attention:
    """Which attention all models use from now on."""

    fused = True

    @classmethod
    def of(cls, queries, keys, values, mask=None, dropped=0.0):
        """(N, heads, S, d) each; the mask is added to the scores."""
        if cls.fused:
            return F.scaled_dot_product_attention(queries, keys, values, attn_mask=mask, dropout_p=dropped)
        scores = queries @ keys.transpose(-2, -1) * (1 / math.sqrt(queries.shape[-1]))
        shares = (scores if mask is None else scores + mask).softmax(-1)
        return F.dropout(shares, dropped) @ values if dropped else shares @ values


def apart(x, heads):
    """(N, S, D) to (N, heads, S, d)."""
    return x.unflatten(-1, (heads, -1)).transpose(1, 2)


def together(x):
    """(N, heads, S, d) to (N, S, D)."""
    return x.transpose(1, 2).flatten(2)


def kept_rows(x, dropped, training):
    """Stochastic depth: whole rows of the batch are left out."""
    if not training or dropped == 0:
        return x
    keep = 1 - dropped
    return x * x.new_empty((x.shape[0],) + (1,) * (x.dim() - 1)).bernoulli_(keep) / keep


class VideoAttention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.proj = nn.Linear(width, width)

    def forward(self, x):
        queries, keys, values = self.qkv(x).unflatten(-1, (3, self.heads, -1)).permute(2, 0, 3, 1, 4)
        return self.proj(together(Attention.of(queries, keys, values)))


class Perceptron(nn.Module):
    def __init__(self, width, feed_forward):
        super().__init__()
        self.fc1 = nn.Linear(width, feed_forward)
        self.fc2 = nn.Linear(feed_forward, width)

    def forward(self, x):
        return self.fc2(F.gelu(self.fc1(x)))


class VideoBlock(nn.Module):
    """Attention over time for each patch, over space for each frame, then two linear layers."""

    def __init__(self, sizes, dropped):
        super().__init__()
        width = sizes.width
        self.sizes = sizes
        self.dropped = dropped
        self.norm1 = nn.LayerNorm(width, eps=1e-6)
        self.attn = VideoAttention(width, sizes.heads)
        self.temporal_norm1 = nn.LayerNorm(width, eps=1e-6)
        self.temporal_attn = VideoAttention(width, sizes.heads)
        self.temporal_fc = nn.Linear(width, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-6)
        self.mlp = Perceptron(width, sizes.feed_forward)

    def forward(self, z):
        clips, frames, patches = z.shape[0], self.sizes.frames, self.sizes.patches
        cls, x = z[:, :1], z[:, 1:]
        over_time = x.reshape(clips * patches, frames, -1)
        change = kept_rows(self.temporal_attn(self.temporal_norm1(over_time)), self.dropped, self.training)
        x = x + self.temporal_fc(change).view_as(x)

        over_space = x.view(clips, patches, frames, -1).transpose(1, 2).flatten(0, 1)
        own = cls.expand(-1, frames, -1).reshape(clips * frames, 1, -1)  # each frame has a copy of CLS
        change = self.attn(self.norm1(torch.cat((own, over_space), 1)))
        change = kept_rows(change, self.dropped, self.training).view(clips, frames, 1 + patches, -1)
        cls = cls + change[:, :, 0].mean(1, keepdim=True)
        x = x + change[:, :, 1:].transpose(1, 2).flatten(1, 2)

        z = torch.cat((cls, x), 1)
        return z + kept_rows(self.mlp(self.norm2(z)), self.dropped, self.training)


class Patches(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.proj = nn.Conv2d(3, sizes.width, sizes.patch, sizes.patch)

    def forward(self, images):
        return self.proj(images).flatten(2).transpose(1, 2)


class TimeSformer(nn.Module):
    """Normalised frames (B, T, 3, H, W) to CLS and patches, averaged over time: (B, 1 + P, D)."""

    def __init__(self, sizes):
        super().__init__()
        self.sizes = sizes
        width, depth = sizes.width, sizes.depth
        self.cls_token = nn.Parameter(0.02 * torch.randn(1, 1, width))
        self.pos_embed = nn.Parameter(0.02 * torch.randn(1, 1 + sizes.patches, width))
        self.time_embed = nn.Parameter(torch.zeros(1, sizes.frames, width))
        self.patch_embed = Patches(sizes)
        self.blocks = nn.ModuleList(VideoBlock(sizes, sizes.dropped * i / max(1, depth - 1)) for i in range(depth))
        self.norm = nn.LayerNorm(width, eps=1e-6)

    def forward(self, frames):
        clips, times, patches = frames.shape[0], self.sizes.frames, self.sizes.patches
        x = self.patch_embed(frames.flatten(0, 1)) + self.pos_embed[:, 1:]
        x = x.view(clips, times, patches, -1).transpose(1, 2) + self.time_embed
        cls = (self.cls_token + self.pos_embed[:, :1]).expand(clips, -1, -1)
        z = torch.cat((cls, x.flatten(1, 2)), 1)
        for block in self.blocks:
            z = block(z)
        z = self.norm(z)
        return torch.cat((z[:, :1], z[:, 1:].view(clips, patches, times, -1).mean(2)), 1)


class BertSelf(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))


class Dense(nn.Module):
    """A linear layer, and a norm of what it is added to where it has one."""

    def __init__(self, inputs, outputs, normed=True):
        super().__init__()
        self.dense = nn.Linear(inputs, outputs)
        if normed:
            self.LayerNorm = nn.LayerNorm(outputs, eps=1e-12)


class BertLayer(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        width, wide = sizes.width, sizes.text_feed_forward
        self.heads, self.dropped = sizes.text_heads, sizes.dropped
        self.attention = nn.ModuleDict({"self": BertSelf(width), "output": Dense(width, width)})
        self.intermediate = Dense(width, wide, normed=False)
        self.output = Dense(wide, width)

    def forward(self, x, mask):
        own, out = self.attention["self"], self.attention["output"]
        dropped = self.dropped if self.training else 0.0
        queries, keys, values = (apart(layer(x), self.heads) for layer in (own.query, own.key, own.value))
        attended = together(Attention.of(queries, keys, values, mask, dropped))
        x = out.LayerNorm(x + F.dropout(out.dense(attended), dropped))
        wide = F.gelu(self.intermediate.dense(x))
        return self.output.LayerNorm(x + F.dropout(self.output.dense(wide), dropped))


class Bert(nn.Module):
    """The first layers read text alone, the others text and video."""

    def __init__(self, sizes):
        super().__init__()
        self.sizes = sizes
        self.embeddings = nn.ModuleDict({
            "word_embeddings": nn.Embedding(sizes.vocabulary, sizes.width, padding_idx=0),
            "position_embeddings": nn.Embedding(sizes.positions, sizes.width),
            "token_type_embeddings": nn.Embedding(2, sizes.width),
            "LayerNorm": nn.LayerNorm(sizes.width, eps=1e-12),
        })
        self.encoder = nn.ModuleDict({"layer": nn.ModuleList(BertLayer(sizes) for _ in range(sizes.layers))})

    def text(self, ids, mask):
        """(B, L) to (B, L, D)."""
        at = self.embeddings
        x = at["word_embeddings"](ids) + at["position_embeddings"].weight[: ids.shape[1]]
        x = at["LayerNorm"](x + at["token_type_embeddings"].weight[0])
        x = F.dropout(x, self.sizes.dropped, self.training)
        return self.run(x, mask, 0, self.sizes.text_layers)

    def fuse(self, text, mask, video):
        """(N, L, D) and (N, 1 + P, D) to (N, L + 1 + P, D)."""
        mask = F.pad(mask, (0, video.shape[1]), value=1.0)
        return self.run(torch.cat((text, video), 1), mask, self.sizes.text_layers, self.sizes.layers)

    def run(self, x, mask, first, end):
        added = (1 - mask)[:, None, None, :] * -10000.0
        for layer in self.encoder["layer"][first:end]:
            x = layer(x, added.to(x.dtype) if Attention.fused else added)
        return x


class WordHead(nn.Module):
    """Tied to the word embeddings, which it is given."""

    def __init__(self, sizes):
        super().__init__()
        self.bias = nn.Parameter(torch.zeros(sizes.vocabulary))
        self.transform = Dense(sizes.width, sizes.width)

    def forward(self, x, words):
        return F.linear(self.transform.LayerNorm(F.gelu(self.transform.dense(x))), words, self.bias)


class Alpro(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.sizes = sizes
        self.temp = nn.Parameter(torch.tensor(0.07))
        self.visual_encoder = nn.ModuleDict({"model": TimeSformer(sizes)})
        self.text_encoder = nn.ModuleDict({"bert": Bert(sizes), "cls": nn.ModuleDict({"predictions": WordHead(sizes)})})
        self.vision_proj = nn.Linear(sizes.width, sizes.projection)
        self.text_proj = nn.Linear(sizes.width, sizes.projection)
        self.itm_head = nn.Linear(sizes.width, 2)
        self.mpm_head = nn.Sequential(nn.Linear(sizes.width, 2 * sizes.width), nn.ReLU(),
                                      nn.Linear(2 * sizes.width, sizes.entities))

    @property
    def video(self):
        return self.visual_encoder["model"]

    @property
    def bert(self):
        return self.text_encoder["bert"]

    def words(self, x):
        return self.text_encoder["cls"]["predictions"](x, self.bert.embeddings["word_embeddings"].weight)

    def video_feature(self, video):
        return F.normalize(self.vision_proj(video[:, 0]), dim=-1)

    def text_feature(self, text):
        return F.normalize(self.text_proj(text[:, 0]), dim=-1)
