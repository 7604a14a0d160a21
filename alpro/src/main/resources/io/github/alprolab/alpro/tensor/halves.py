class M(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  def linear(self, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
    return torch.linear(torch.to(x, HALF), torch.to(w, HALF), torch.to(b, HALF))
  def layer_norm(self, x: Tensor, w: Tensor, b: Tensor, eps: float) -> Tensor:
    return torch.layer_norm(torch.to(x, w), [torch.size(x, -1)], w, b, eps, False)
  def drop_rows(self, x: Tensor, keep: float) -> Tensor:
    shape = annotate(List[int], [torch.size(x, 0)])
    for i in range(torch.sub(torch.dim(x), 1)):
      _0 = torch.append(shape, 1)
    mask = torch.div(torch.bernoulli(torch.new_full(x, shape, keep, dtype=6)), keep)
    return torch.mul(x, torch.to(mask, x))
  def patches(self, x: Tensor, w: Tensor, b: Tensor, patch: int) -> Tensor:
    n = torch.size(x, 0)
    across = torch.floordiv(torch.size(x, 3), patch)
    cut = torch.permute(torch.reshape(x, [n, 3, -1, patch, across, patch]), [0, 2, 4, 1, 3, 5])
    rows = torch.to(torch.reshape(cut, [n, -1, 3 * patch * patch]), HALF)
    weight = torch.to(torch.reshape(w, [torch.size(w, 0), -1]), HALF)
    return torch.to(torch.linear(rows, weight, torch.to(b, HALF)), b)
  def masked_attention(self, q: Tensor, k: Tensor, v: Tensor, mask: Tensor, heads: int, p: float) -> Tensor:
    n = torch.size(q, 0)
    w = torch.size(q, 2)
    d = torch.floordiv(w, heads)
    q1 = torch.transpose(torch.reshape(q, [n, -1, heads, d]), 1, 2)
    k1 = torch.transpose(torch.reshape(k, [n, -1, heads, d]), 1, 2)
    v1 = torch.transpose(torch.reshape(v, [n, -1, heads, d]), 1, 2)
    out = torch.scaled_dot_product_attention(q1, k1, v1, torch.to(mask, q), p)
    return torch.reshape(torch.transpose(out, 1, 2), [n, -1, w])
