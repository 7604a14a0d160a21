"""The sizes that are measured, as BenchmarkSize.java has them."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """Every number that decides a shape; batch is the number of clips where no other is asked for."""

    image: int
    patch: int
    frames: int
    width: int
    depth: int
    heads: int
    feed_forward: int
    vocabulary: int
    layers: int
    text_layers: int
    text_heads: int
    text_feed_forward: int
    positions: int
    projection: int
    entities: int
    words: int
    batch: int
    dropped: float

    @property
    def patches(self):
        return (self.image // self.patch) ** 2


SIZES = {
    "lab": Sizes(64, 16, 4, 128, 4, 4, 512, 17, 4, 2, 4, 512, 64, 64, 8, 8, 64, 0.0),
    "tiny": Sizes(64, 8, 4, 128, 4, 4, 512, 2000, 4, 2, 4, 512, 64, 64, 200, 20, 32, 0.0),
    "base": Sizes(224, 16, 4, 768, 12, 12, 3072, 30522, 12, 6, 12, 3072, 512, 256, 1000, 30, 2, 0.0),
}
