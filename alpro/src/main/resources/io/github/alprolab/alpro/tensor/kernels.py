class M(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  def linear(self, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
    return torch.linear(x, w, b)
  def layer_norm(self, x: Tensor, w: Tensor, b: Tensor, eps: float) -> Tensor:
    return torch.layer_norm(x, [torch.size(x, -1)], w, b, eps, False)
  def gelu(self, x: Tensor) -> Tensor:
    return torch.gelu(x)
  def relu(self, x: Tensor) -> Tensor:
    return torch.relu(x)
  def add(self, x: Tensor, y: Tensor) -> Tensor:
    return torch.add(x, y)
  def add_number(self, x: Tensor, number: float) -> Tensor:
    return torch.add(x, number)
  def exp(self, x: Tensor) -> Tensor:
    return torch.exp(x)
  def log(self, x: Tensor) -> Tensor:
    return torch.log(x)
  def log_softmax(self, x: Tensor) -> Tensor:
    return torch.log_softmax(x, -1)
  def kept_where(self, x: Tensor, mask: Tensor, other: Tensor) -> Tensor:
    return torch.where(torch.gt(mask, 0.5), x, other)
  def subtract(self, x: Tensor, y: Tensor) -> Tensor:
    return torch.sub(x, y)
  def multiply(self, x: Tensor, y: Tensor) -> Tensor:
    return torch.mul(x, y)
  def divide(self, x: Tensor, y: Tensor) -> Tensor:
    return torch.div(x, y)
  def scale(self, x: Tensor, factor: float) -> Tensor:
    return torch.mul(x, factor)
  def matmul(self, x: Tensor, y: Tensor) -> Tensor:
    return torch.matmul(x, y)
  def transpose(self, x: Tensor, a: int, b: int) -> Tensor:
    return torch.transpose(x, a, b)
  def reshape(self, x: Tensor, shape: List[int]) -> Tensor:
    return torch.reshape(x, shape)
  def expand(self, x: Tensor, shape: List[int]) -> Tensor:
    return torch.expand(x, shape)
  def narrow(self, x: Tensor, axis: int, start: int, length: int) -> Tensor:
    return torch.narrow(x, axis, start, length)
  def select(self, x: Tensor, axis: int, index: int) -> Tensor:
    return torch.select(x, axis, index)
  def rows(self, x: Tensor, index: Tensor) -> Tensor:
    return torch.index_select(x, 0, index)
  def concat(self, xs: List[Tensor], axis: int) -> Tensor:
    return torch.cat(xs, axis)
  def mean(self, x: Tensor, axis: int) -> Tensor:
    return torch.mean(x, [axis])
  def sum(self, x: Tensor, axis: int) -> Tensor:
    return torch.sum(x, [axis])
  def total(self, x: Tensor) -> Tensor:
    return torch.sum(x)
  def softmax(self, x: Tensor) -> Tensor:
    return torch.softmax(x, -1)
  def normalize(self, x: Tensor) -> Tensor:
    return torch.div(x, torch.clamp_min(torch.linalg_vector_norm(x, 2, [-1], True), 1e-12))
  def dropout(self, x: Tensor, p: float) -> Tensor:
    return torch.dropout(x, p, True)
  def drop_rows(self, x: Tensor, keep: float) -> Tensor:
    shape = annotate(List[int], [torch.size(x, 0)])
    for i in range(torch.sub(torch.dim(x), 1)):
      _0 = torch.append(shape, 1)
    mask = torch.bernoulli(torch.new_full(x, shape, keep))
    return torch.div(torch.mul(x, mask), keep)
  def embedding(self, w: Tensor, ids: Tensor, padding: int) -> Tensor:
    return torch.embedding(w, ids, padding)
  def patches(self, x: Tensor, w: Tensor, b: Tensor, patch: int) -> Tensor:
    return torch.transpose(torch.flatten(torch.conv2d(x, w, b, [patch, patch]), 2), 1, 2)
  def self_attention(self, qkv: Tensor, heads: int) -> Tensor:
    n = torch.size(qkv, 0)
    s = torch.size(qkv, 1)
    w = torch.floordiv(torch.size(qkv, 2), 3)
    parts = torch.permute(torch.reshape(qkv, [n, s, 3, heads, torch.floordiv(w, heads)]), [2, 0, 3, 1, 4])
    out = torch.scaled_dot_product_attention(torch.select(parts, 0, 0), torch.select(parts, 0, 1), torch.select(parts, 0, 2))
    return torch.reshape(torch.transpose(out, 1, 2), [n, s, w])
  def attention_of_first(self, x: Tensor, q: Tensor, wk: Tensor, wv: Tensor, bv: Tensor, heads: int) -> Tensor:
    n = torch.size(x, 0)
    w = torch.size(x, 2)
    d = torch.floordiv(w, heads)
    asked = torch.transpose(torch.matmul(torch.transpose(torch.reshape(q, [n, heads, d]), 0, 1), torch.reshape(wk, [heads, d, w])), 0, 1)
    p = torch.softmax(torch.mul(torch.matmul(asked, torch.transpose(x, 1, 2)), torch.pow(float(d), -0.5)), -1)
    seen = torch.transpose(torch.matmul(p, x), 0, 1)
    v = torch.matmul(seen, torch.transpose(torch.reshape(wv, [heads, d, w]), 1, 2))
    return torch.add(torch.reshape(torch.transpose(v, 0, 1), [n, w]), bv)
  def heads_apart(self, x: Tensor, heads: int) -> Tensor:
    n = torch.size(x, 0)
    w = torch.size(x, 2)
    return torch.contiguous(torch.transpose(torch.reshape(x, [n, -1, heads, torch.floordiv(w, heads)]), 1, 2))
  def attention_of_heads(self, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    n = torch.size(q, 0)
    s = torch.size(q, 2)
    return torch.reshape(torch.transpose(torch.scaled_dot_product_attention(q, k, v), 1, 2), [n, s, -1])
  def short_attention_of_heads(self, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    n = torch.size(q, 0)
    s = torch.size(q, 2)
    scores = torch.mul_(torch.matmul(q, torch.transpose(k, 2, 3)), torch.pow(float(torch.size(q, 3)), -0.5))
    return torch.reshape(torch.transpose(torch.matmul(torch.softmax(scores, -1), v), 1, 2), [n, s, -1])
  def masked_attention(self, q: Tensor, k: Tensor, v: Tensor, mask: Tensor, heads: int, p: float) -> Tensor:
    n = torch.size(q, 0)
    w = torch.size(q, 2)
    d = torch.floordiv(w, heads)
    q1 = torch.transpose(torch.reshape(q, [n, -1, heads, d]), 1, 2)
    k1 = torch.transpose(torch.reshape(k, [n, -1, heads, d]), 1, 2)
    v1 = torch.transpose(torch.reshape(v, [n, -1, heads, d]), 1, 2)
    out = torch.scaled_dot_product_attention(q1, k1, v1, mask, p)
    return torch.reshape(torch.transpose(out, 1, 2), [n, -1, w])
  def attention_shares(self, q: Tensor, k: Tensor, heads: int) -> Tensor:
    n = torch.size(q, 0)
    d = torch.floordiv(torch.size(q, 2), heads)
    q1 = torch.transpose(torch.reshape(q, [n, -1, heads, d]), 1, 2)
    k1 = torch.transpose(torch.reshape(k, [n, -1, heads, d]), 1, 2)
    return torch.softmax(torch.div(torch.matmul(q1, torch.transpose(k1, 2, 3)), torch.sqrt(d)), -1)
  def masked_attention_shares(self, q: Tensor, k: Tensor, mask: Tensor, heads: int) -> Tensor:
    n = torch.size(q, 0)
    d = torch.floordiv(torch.size(q, 2), heads)
    q1 = torch.transpose(torch.reshape(q, [n, -1, heads, d]), 1, 2)
    k1 = torch.transpose(torch.reshape(k, [n, -1, heads, d]), 1, 2)
    scores = torch.div(torch.matmul(q1, torch.transpose(k1, 2, 3)), torch.sqrt(d))
    return torch.softmax(torch.add(scores, mask), -1)
  def attended(self, shares: Tensor, v: Tensor) -> Tensor:
    n = torch.size(v, 0)
    w = torch.size(v, 2)
    heads = torch.size(shares, 1)
    v1 = torch.transpose(torch.reshape(v, [n, -1, heads, torch.floordiv(w, heads)]), 1, 2)
    return torch.reshape(torch.transpose(torch.matmul(shares, v1), 1, 2), [n, -1, w])
  def cross_entropy(self, logits: Tensor, labels: Tensor) -> Tensor:
    return torch.cross_entropy_loss(logits, labels, None, 1, -100, 0.)
  def soft_cross_entropy(self, logits: Tensor, target: Tensor) -> Tensor:
    return torch.neg(torch.sum(torch.mul(target, torch.log_softmax(logits, -1)), [-1]))
  def frames(self, pixels: Tensor, mean: Tensor, deviation: Tensor) -> Tensor:
    unit = torch.div_(torch.to(torch.contiguous(torch.permute(pixels, [0, 1, 4, 2, 3])), mean), 255.)
    return torch.div_(torch.sub_(unit, mean), deviation)
  def detach(self, x: Tensor) -> Tensor:
    return torch.detach(x)
  def in_graph(self, x: Tensor) -> bool:
    return ops.prim.requires_grad(x)
  def arg_max(self, x: Tensor) -> Tensor:
    return torch.argmax(x, -1)
  def most(self, x: Tensor) -> Tensor:
    return torch.amax(x, [-1])
  def at_least(self, x: Tensor, least: float, like: Tensor) -> Tensor:
    return torch.to(torch.ge(x, least), like)
  def fill(self, x: Tensor, number: float) -> Tensor:
    return torch.fill_(x, number)
  def whole_numbers(self, like: Tensor, value: int, count: int) -> Tensor:
    return torch.new_full(like, [count], value, dtype=4)
  def places(self, like: Tensor, count: int) -> Tensor:
    return torch.sub(torch.cumsum(torch.new_full(like, [count], 1, dtype=4), 0), 1)
  def drawn_others(self, scores: Tensor, uniform: Tensor) -> Tensor:
    s = torch.to(scores, uniform)
    weights = torch.stack([torch.t(s), s])
    _0 = torch.fill_(torch.diagonal(weights, 0, 1, 2), -inf)
    reached = torch.cumsum(torch.exp(torch.sub(weights, torch.amax(weights, [-1], True))), -1)
    wanted = torch.mul(torch.unsqueeze(uniform, -1), torch.narrow(reached, -1, torch.size(s, 0) - 1, 1))
    drawn = torch.sum(torch.le(reached, wanted), [-1])
    return torch.minimum(drawn, torch.argmax(reached, -1))
  def staged(self, x: Tensor, like: Tensor) -> Tensor:
    if ops.prim.is_cuda(like):
      pinned = torch.pin_memory(x)
      return torch.to(pinned, dtype=ops.prim.dtype(x), layout=None, device=ops.prim.device(like), pin_memory=None, non_blocking=True)
    else:
      return x
  def clip_all(self, xs: List[Tensor], most: float) -> Tensor:
    norm = torch.linalg_vector_norm(torch.stack(torch._foreach_norm(xs)))
    wide = torch.add(torch.to(norm, 7), 1e-6)
    factor = torch.div(torch.new_full(wide, annotate(List[int], []), most), wide)
    if ops.prim.is_cuda(norm):
      torch._foreach_mul_(xs, torch.to(torch.clamp_max(factor, 1.), norm))
    else:
      if bool(torch.lt(factor, 1.)):
        torch._foreach_mul_(xs, float(factor))
    return norm
  def norms(self, xs: List[Tensor]) -> Tensor:
    return torch.linalg_vector_norm(torch.stack(torch._foreach_norm(xs)))
  def scale_all(self, xs: List[Tensor], factor: float) -> Tensor:
    torch._foreach_mul_(xs, factor)
    return xs[0]
  def zero_all(self, xs: List[Tensor]) -> Tensor:
    torch._foreach_zero_(xs)
    return xs[0]
  def follow(self, xs: List[Tensor], ys: List[Tensor], share: float) -> Tensor:
    torch._foreach_lerp_(xs, ys, share)
    return xs[0]
  def copy(self, target: Tensor, source: Tensor) -> Tensor:
    return torch.copy_(target, source)
  def beside(self, x: Tensor, like: Tensor) -> Tensor:
    return torch.to(x, dtype=ops.prim.dtype(x), layout=None, device=ops.prim.device(like))
  def copy_all(self, xs: List[Tensor], ys: List[Tensor]) -> Tensor:
    for i in range(torch.len(xs)):
      _0 = torch.copy_(xs[i], ys[i])
    return xs[0]
  def add_all(self, xs: List[Tensor], ys: List[Tensor]) -> Tensor:
    for i in range(torch.len(xs)):
      _0 = torch.add_(xs[i], torch.to(ys[i], xs[i]))
    return xs[0]
  def clamp(self, x: Tensor, least: float, most: float) -> Tensor:
    return torch.clamp_(x, least, most)
  def adamw(self, ps: List[Tensor], gs: List[Tensor], ms: List[Tensor], vs: List[Tensor], steps: List[Tensor], lr: float, b1: float, b2: float, eps: float, shrink: float) -> Tensor:
    rate = lr * shrink
    if torch.ne(rate, 0.):
      torch._fused_adamw_(ps, gs, ms, vs, annotate(List[Tensor], []), steps, lr=rate, beta1=b1, beta2=b2, weight_decay=(1. - shrink) / rate, eps=eps, amsgrad=False, maximize=False)
    else:
      torch._fused_adamw_(ps, gs, ms, vs, annotate(List[Tensor], []), steps, lr=lr, beta1=b1, beta2=b2, weight_decay=0., eps=eps, amsgrad=False, maximize=False)
      torch._foreach_mul_(ps, shrink)
    return ps[0]
