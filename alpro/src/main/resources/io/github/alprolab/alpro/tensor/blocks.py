class M(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  def halves(self, p: List[Tensor]) -> List[Tensor]:
    all = torch.slice(p)
    for i in range(torch.len(p)):
      if torch.dim(p[i]) == 2 or torch.dim(p[i]) == 4:
        all[i] = torch.to(p[i], 15)
        all[i + 1] = torch.to(p[i + 1], 15)
    return all
  def sum_of(self, change: Tensor, x: Tensor) -> Tensor:
    if change.dtype == x.dtype:
      return torch.add_(change, x)
    else:
      return torch.add(x, change)
  def product(self, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
    if BY_ONE_DNN:
      return ops.mkldnn._linear_pointwise(x, w, b, "none", annotate(List[Optional[number]], []), None)
    else:
      return torch.linear(x, w, b)
  def half_product(self) -> Tensor:
    ones = torch.ones([16, 16], dtype=15)
    return self.product(ones, ones, torch.ones([16], dtype=15))
  def product_gelu(self, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
    if BY_ONE_DNN:
      return ops.mkldnn._linear_pointwise(x, w, b, "gelu", annotate(List[Optional[number]], []), "none")
    else:
      return torch.gelu(torch.linear(x, w, b))
  def slope_in(self, g: Tensor, w: Tensor) -> Tensor:
    if BY_ONE_DNN:
      return ops.mkldnn._linear_pointwise(g, torch.t(w), None, "none", annotate(List[Optional[number]], []), None)
    else:
      return torch.mm(g, w)
  def slope_weight(self, g: Tensor, x: Tensor) -> Tensor:
    return torch.mm(torch.t(g), x)
  def slope_bias(self, g: Tensor) -> Tensor:
    return torch.sum(g, [0])
  def norm(self, x: Tensor, w: Tensor, b: Tensor, eps: float) -> Tuple[Tensor, Tensor, Tensor]:
    return torch.native_layer_norm(x, [torch.size(x, -1)], w, b, eps)
  def norm_slopes(self, g: Tensor, x: Tensor, mean: Tensor, rstd: Tensor, w: Tensor, b: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    return torch.native_layer_norm_backward(torch.to(g, x), x, [torch.size(x, -1)], mean, rstd, w, b, [True, True, True])
  def left(self, like: Tensor, shape: List[int], rate: float, generator: Generator) -> Tensor:
    if rate == 0.:
      return torch.new_empty(like, [0])
    else:
      return torch.bernoulli_(torch.new_empty(like, shape, dtype=11), 1. - rate, generator=generator)
  def dropped(self, x: Tensor, left: Tensor, rate: float) -> Tensor:
    if rate == 0.:
      return x
    else:
      return torch.mul_(torch.mul(x, left), 1. / (1. - rate))
  def left_in_time(self, left: Tensor, frames: int) -> Tensor:
    return torch.reshape(torch.expand(torch.unsqueeze(left, 1), [-1, frames]), [-1, 1])
  def left_in_space(self, left: Tensor, patches: int, last: Tensor) -> Tensor:
    b = torch.size(left, 0)
    return torch.cat([torch.reshape(torch.expand(torch.unsqueeze(left, 1), [b, patches, -1]), [-1, 1]), torch.view(last, [b, 1])])
  def attention(self, q: Tensor, k: Tensor, v: Tensor, mask: Tensor, left: Tensor, rate: float) -> Tuple[Tensor, Tensor]:
    scores = torch.mul_(torch.bmm(q, torch.transpose(k, 1, 2)), float(torch.size(q, 2)) ** -0.5)
    n = torch.size(mask, 0)
    if n > 0:
      _0 = torch.add_(torch.view(scores, [n, -1, torch.size(q, 1), torch.size(k, 1)]), mask)
    shares = torch.softmax(scores, -1)
    return (torch.bmm(self.dropped(shares, left, rate), v), shares)
  def attention_slopes(self, g: Tensor, q: Tensor, k: Tensor, v: Tensor, shares: Tensor, left: Tensor, rate: float) -> Tuple[Tensor, Tensor, Tensor]:
    gv = torch.bmm(torch.transpose(self.dropped(shares, left, rate), 1, 2), g)
    gs = self.dropped(torch.bmm(g, torch.transpose(v, 1, 2)), left, rate)
    gs = torch._softmax_backward_data(gs, shares, -1, 6)
    gs = torch.mul_(gs, float(torch.size(q, 2)) ** -0.5)
    return (torch.bmm(gs, k), torch.bmm(torch.transpose(gs, 1, 2), q), gv)
  def perceptron(self, x: Tensor, p: List[Tensor], eps: float, left: Tensor, rate: float, keep: bool) -> List[Tensor]:
    y, mean, rstd = self.norm(x, p[0], p[1], eps)
    y = torch.to(y, p[2])
    if keep:
      wide = self.product(y, p[2], p[3])
      bent = torch.gelu(wide)
      return [self.sum_of(self.dropped(self.product(bent, p[4], p[5]), left, rate), x), x, y, mean, rstd, wide, bent]
    else:
      return [self.sum_of(self.dropped(self.product(self.product_gelu(y, p[2], p[3]), p[4], p[5]), left, rate), x)]
  def perceptron_slopes(self, g: Tensor, kept: List[Tensor], p: List[Tensor], left: Tensor, rate: float) -> List[Tensor]:
    x, y, mean, rstd, wide, bent = kept
    change = self.dropped(g, left, rate)
    low = torch.to(change, p[4])
    gwide = torch.gelu_backward(self.slope_in(low, p[4]), wide)
    gx, gw, gb = self.norm_slopes(self.slope_in(gwide, p[2]), x, mean, rstd, p[0], p[1])
    return [torch.add_(gx, g), gw, gb, self.slope_weight(gwide, y), self.slope_bias(gwide), self.slope_weight(low, bent), self.slope_bias(change)]
  def perceptron_alone(self, before: List[Tensor], p: List[Tensor], sizes: List[int], eps: float, rate: float, seed: int, keep: bool) -> List[Tensor]:
    return [self.perceptron(before[0], p, eps, before[1], 0., False)[0], before[1]]
  def in_time(self, z: Tensor, p: List[Tensor], sizes: List[int], eps: float, left: Tensor, rate: float) -> List[Tensor]:
    frames, patches, heads = sizes
    w = torch.size(z, 1)
    d = w // heads
    b = torch.size(z, 0) // (1 + frames * patches)
    n = b * frames * patches
    none = torch.new_empty(z, [0])
    x = torch.narrow(z, 0, 0, n)
    y, mean, rstd = self.norm(x, p[0], p[1], eps)
    y = torch.to(y, p[2])
    qkv = torch.new_empty(z, [3, b * patches, heads, frames, d])
    _0 = torch.copy_(qkv, torch.permute(torch.view(self.product(y, p[2], p[3]), [b * patches, frames, 3, heads, d]), [2, 0, 3, 1, 4]))
    qkv = torch.view(qkv, [3, -1, frames, d])
    found, shares = self.attention(qkv[0], qkv[1], qkv[2], none, none, 0.)
    seen = torch.empty_like(y)
    _1 = torch.copy_(torch.view(seen, [b * patches, frames, heads, d]), torch.transpose(torch.view(found, [b * patches, heads, frames, d]), 1, 2))
    told = self.product(seen, p[4], p[5])
    if rate > 0.:
      told = self.dropped(told, self.left_in_time(left, frames), rate)
    z1 = torch.empty_like(z)
    _2 = torch.add(x, self.product(told, p[6], p[7]), alpha=1, out=torch.narrow(z1, 0, 0, n))
    _3 = torch.copy_(torch.narrow(z1, 0, n, b), torch.narrow(z, 0, n, b))
    return [z1, x, y, mean, rstd, qkv, shares, seen, told]
  def divided(self, before: List[Tensor], p: List[Tensor], sizes: List[int], eps: float, rate: float, seed: int, keep: bool) -> List[Tensor]:
    frames, patches, heads = sizes
    z = before[0]
    w = torch.size(z, 1)
    d = w // heads
    b = torch.size(z, 0) // (1 + frames * patches)
    n = b * frames * patches
    generator = torch.Generator(device=None, seed=seed)
    in_time = self.left(z, [b * patches], rate, generator)
    in_space = self.left(z, [b, frames], rate, generator)
    in_clip = self.left(z, [b], rate, generator)
    timed = self.in_time(z, p, sizes, eps, in_time, rate)
    z1 = timed[0]
    kept = timed[1:]
    y, mean, rstd = self.norm(z1, p[8], p[9], eps)
    y = torch.to(y, p[10])
    mixed = self.product(y, p[10], p[11])
    qkv = torch.new_empty(z, [3, b, frames, heads, 1 + patches, d])
    _2 = torch.copy_(torch.narrow(qkv, 4, 1, patches), torch.permute(torch.view(torch.narrow(mixed, 0, 0, n), [b, patches, frames, 3, heads, d]), [3, 0, 2, 4, 1, 5]))
    _3 = torch.copy_(torch.select(qkv, 4, 0), torch.unsqueeze(torch.transpose(torch.view(torch.narrow(mixed, 0, n, b), [b, 3, heads, d]), 0, 1), 2))
    qkv = torch.view(qkv, [3, -1, 1 + patches, d])
    found, shares = self.attention(qkv[0], qkv[1], qkv[2], before[1], before[1], 0.)
    found = torch.view(found, [b, frames, heads, 1 + patches, d])
    seen = torch.empty_like(y)
    _4 = torch.copy_(torch.view(torch.narrow(seen, 0, 0, n), [b, patches, frames, heads, d]), torch.permute(torch.narrow(found, 3, 1, patches), [0, 3, 1, 2, 4]))
    _5 = torch.copy_(torch.view(torch.narrow(seen, 0, n, b), [b, heads, d]), torch.mean(self.dropped(torch.select(found, 3, 0), torch.view(in_space, [b, -1, 1, 1]), rate), [1]))
    change = self.product(seen, p[12], p[13])
    in_row = in_space
    in_clips = in_clip
    if rate > 0.:
      biased = torch.mean(torch.to(in_space, z), [1], True) * (1. / (1. - rate))
      _6 = torch.add_(torch.narrow(change, 0, n, b), torch.mul(biased - 1., p[13]))
      in_row = self.left_in_space(torch.to(in_space, z), patches, torch.new_full(z, [b], 1. - rate))
      change = self.dropped(change, in_row, rate)
      in_clips = self.left_in_space(torch.expand(torch.unsqueeze(in_clip, 1), [-1, frames]), patches, in_clip)
    z2 = self.sum_of(change, z1)
    kept = kept + [z1, y, mean, rstd, qkv, shares, seen]
    last = self.perceptron(z2, p[14:], eps, in_clips, rate, keep)
    if keep:
      return [last[0], before[1]] + kept + last[1:] + [in_time, in_space, in_clips]
    else:
      return [last[0], before[1]]
  def divided_first(self, before: List[Tensor], p: List[Tensor], sizes: List[int], eps: float, rate: float, seed: int, keep: bool) -> List[Tensor]:
    frames, patches, heads = sizes
    none = before[1]
    z1 = self.in_time(before[0], p, sizes, eps, none, 0.)[0]
    w = torch.size(z1, 1)
    d = w // heads
    b = torch.size(z1, 0) // (1 + frames * patches)
    n = b * frames * patches
    y, mean, rstd = self.norm(z1, p[8], p[9], eps)
    y = torch.to(y, p[10])
    asking = self.product(torch.narrow(y, 0, n, b), torch.narrow(p[10], 0, 0, w), torch.narrow(p[11], 0, 0, w))
    q = torch.new_empty(z1, [b, frames, heads, d])
    _0 = torch.copy_(q, torch.view(asking, [b, 1, heads, d]))
    mixed = self.product(y, torch.narrow(p[10], 0, w, 2 * w), torch.narrow(p[11], 0, w, 2 * w))
    kv = torch.new_empty(z1, [2, b, frames, heads, 1 + patches, d])
    _1 = torch.copy_(torch.narrow(kv, 4, 1, patches), torch.permute(torch.view(torch.narrow(mixed, 0, 0, n), [b, patches, frames, 2, heads, d]), [3, 0, 2, 4, 1, 5]))
    _2 = torch.copy_(torch.select(kv, 4, 0), torch.unsqueeze(torch.transpose(torch.view(torch.narrow(mixed, 0, n, b), [b, 2, heads, d]), 0, 1), 2))
    kv = torch.view(kv, [2, -1, 1 + patches, d])
    found, shares = self.attention(torch.view(q, [-1, 1, d]), kv[0], kv[1], none, none, 0.)
    seen = torch.to(torch.reshape(torch.mean(torch.view(found, [b, frames, w]), [1]), [b, w]), p[12])
    z2 = self.sum_of(self.product(seen, p[12], p[13]), torch.narrow(z1, 0, n, b))
    return [self.perceptron(z2, p[14:], eps, none, 0., False)[0], none]
  def norm_alone(self, before: List[Tensor], p: List[Tensor], sizes: List[int], eps: float, rate: float, seed: int, keep: bool) -> List[Tensor]:
    y, mean, rstd = self.norm(before[0], p[0], p[1], eps)
    return [y, before[1]]
  def divided_slopes(self, after: List[Tensor], kept: List[Tensor], p: List[Tensor], sizes: List[int], eps: float, rate: float) -> List[Tensor]:
    frames, patches, heads = sizes
    in_time, in_space, in_clips = kept[23:]
    first = self.perceptron_slopes(after[0], kept[17:23], p[14:], in_clips, rate)
    g = first[0]
    w = torch.size(g, 1)
    d = w // heads
    b = torch.size(g, 0) // (1 + frames * patches)
    n = b * frames * patches
    z1, y, mean, rstd, qkv, shares, seen = kept[10:17]
    change = g
    bias = g
    if rate > 0.:
      space = torch.to(in_space, g)
      change = self.dropped(g, self.left_in_space(space, patches, torch.new_full(g, [b], 1. - rate)), rate)
      bias = self.dropped(g, self.left_in_space(space, patches, torch.mean(space, [1])), rate)
    low = torch.to(change, p[12])
    told = self.slope_in(low, p[12])
    gfound = torch.new_empty(g, [b, frames, heads, 1 + patches, d])
    _0 = torch.copy_(torch.narrow(gfound, 3, 1, patches), torch.permute(torch.view(torch.narrow(told, 0, 0, n), [b, patches, frames, heads, d]), [0, 2, 3, 1, 4]))
    _1 = torch.copy_(torch.select(gfound, 3, 0), self.dropped(torch.view(torch.mul(torch.narrow(told, 0, n, b), 1. / frames), [b, 1, heads, d]), torch.view(in_space, [b, -1, 1, 1]), rate))
    gq, gk, gv = self.attention_slopes(torch.view(gfound, [-1, 1 + patches, d]), qkv[0], qkv[1], qkv[2], shares, in_time, 0.)
    gmixed = torch.new_empty(low, [torch.size(g, 0), 3, w])
    gx = torch.view(torch.narrow(gmixed, 0, 0, n), [b, patches, frames, 3, heads, d])
    gc = torch.view(torch.narrow(gmixed, 0, n, b), [b, 3, heads, d])
    parts = [gq, gk, gv]
    for i in range(3):
      part = torch.view(parts[i], [b, frames, heads, 1 + patches, d])
      _2 = torch.copy_(torch.select(gx, 3, i), torch.permute(torch.narrow(part, 3, 1, patches), [0, 3, 1, 2, 4]))
      _3 = torch.copy_(torch.select(gc, 1, i), torch.sum(torch.select(part, 3, 0), [1]))
    gmixed = torch.view(gmixed, [-1, 3 * w])
    gz, gw, gb = self.norm_slopes(self.slope_in(gmixed, p[10]), z1, mean, rstd, p[8], p[9])
    second = [gw, gb, self.slope_weight(gmixed, y), self.slope_bias(gmixed), self.slope_weight(low, seen), self.slope_bias(bias)]
    gz = torch.add_(gz, g)
    x, y, mean, rstd, qkv, shares, seen, told = kept[2:10]
    g = torch.narrow(gz, 0, 0, n)
    low = torch.to(g, p[6])
    gtold = self.slope_in(low, p[6])
    if rate > 0.:
      gtold = self.dropped(gtold, self.left_in_time(in_time, frames), rate)
    gfound = torch.new_empty(g, [b * patches, heads, frames, d])
    _4 = torch.copy_(gfound, torch.transpose(torch.view(self.slope_in(gtold, p[4]), [b * patches, frames, heads, d]), 1, 2))
    gq, gk, gv = self.attention_slopes(torch.view(gfound, [-1, frames, d]), qkv[0], qkv[1], qkv[2], shares, in_time, 0.)
    gmixed = torch.new_empty(low, [b * patches, frames, 3, heads, d])
    parts = [gq, gk, gv]
    for i in range(3):
      _5 = torch.copy_(torch.select(gmixed, 2, i), torch.transpose(torch.view(parts[i], [b * patches, heads, frames, d]), 1, 2))
    gmixed = torch.view(gmixed, [n, 3 * w])
    gx1, gw, gb = self.norm_slopes(self.slope_in(gmixed, p[2]), x, mean, rstd, p[0], p[1])
    third = [gw, gb, self.slope_weight(gmixed, y), self.slope_bias(gmixed), self.slope_weight(gtold, seen), self.slope_bias(gtold), self.slope_weight(low, told), self.slope_bias(g)]
    _6 = torch.add_(g, gx1)
    return [gz] + third + second + first[1:]
  def patches(self, before: List[Tensor], p: List[Tensor], sizes: List[int], eps: float, rate: float, seed: int, keep: bool) -> List[Tensor]:
    frames, patch, grid = sizes
    x = before[0]
    b = torch.size(x, 0)
    n = b * frames * grid * grid
    w = torch.size(p[3], 0)
    cut = torch.permute(torch.reshape(x, [b, frames, 3, grid, patch, grid, patch]), [0, 3, 5, 1, 2, 4, 6])
    cut = torch.to(torch.reshape(cut, [n, 3 * patch * patch]), p[3])
    z = torch.new_empty(x, [n + b, w])
    place = torch.add(torch.unsqueeze(torch.select(torch.narrow(p[1], 1, 1, grid * grid), 0, 0), 1), torch.select(p[2], 0, 0))
    found = torch.view(self.product(cut, torch.reshape(p[3], [w, -1]), p[4]), [b, grid * grid, frames, w])
    _0 = torch.add(place, found, alpha=1, out=torch.view(torch.narrow(z, 0, 0, n), [b, grid * grid, frames, w]))
    _1 = torch.copy_(torch.narrow(z, 0, n, b), torch.add(torch.select(p[0], 1, 0), torch.select(p[1], 1, 0)))
    return [z, before[1], cut]
  def patches_slopes(self, after: List[Tensor], kept: List[Tensor], p: List[Tensor], sizes: List[int], eps: float, rate: float) -> List[Tensor]:
    frames, patch, grid = sizes
    g = after[0]
    b = torch.size(g, 0) // (1 + frames * grid * grid)
    n = b * frames * grid * grid
    w = torch.size(g, 1)
    gx = torch.narrow(g, 0, 0, n)
    place = torch.sum(torch.view(gx, [b, grid * grid, frames, w]), [0])
    first = torch.view(torch.sum(torch.narrow(g, 0, n, b), [0]), [1, 1, w])
    position = torch.cat([first, torch.unsqueeze(torch.sum(place, [1]), 0)], 1)
    weight = torch.view(self.slope_weight(torch.to(gx, p[3]), kept[2]), torch.size(p[3]))
    return [torch.new_empty(g, [0]), first, position, torch.unsqueeze(torch.sum(place, [0]), 0), weight, self.slope_bias(gx)]
  def mean_over_time(self, before: List[Tensor], p: List[Tensor], sizes: List[int], eps: float, rate: float, seed: int, keep: bool) -> List[Tensor]:
    frames, patches = sizes
    z = before[0]
    w = torch.size(z, 1)
    b = torch.size(z, 0) // (1 + frames * patches)
    n = b * frames * patches
    y, mean, rstd = self.norm(z, p[0], p[1], eps)
    all = torch.new_empty(z, [b, 1 + patches, w])
    _0 = torch.copy_(torch.select(all, 1, 0), torch.narrow(y, 0, n, b))
    _1 = torch.copy_(torch.narrow(all, 1, 1, patches), torch.mean(torch.view(torch.narrow(y, 0, 0, n), [b, patches, frames, w]), [2]))
    return [all, before[1], z, mean, rstd]
  def mean_over_time_slopes(self, after: List[Tensor], kept: List[Tensor], p: List[Tensor], sizes: List[int], eps: float, rate: float) -> List[Tensor]:
    frames, patches = sizes
    g = after[0]
    z, mean, rstd = kept[2:]
    w = torch.size(z, 1)
    b = torch.size(g, 0)
    n = b * frames * patches
    gy = torch.empty_like(z)
    part = torch.mul(torch.narrow(g, 1, 1, patches), 1. / frames)
    _0 = torch.copy_(torch.view(torch.narrow(gy, 0, 0, n), [b, patches, frames, w]), torch.unsqueeze(part, 2))
    _1 = torch.copy_(torch.narrow(gy, 0, n, b), torch.select(g, 1, 0))
    gz, gw, gb = self.norm_slopes(gy, z, mean, rstd, p[0], p[1])
    return [gz, gw, gb]
  def heads_apart(self, x: Tensor, n: int, heads: int) -> Tensor:
    d = torch.size(x, 1) // heads
    apart = torch.transpose(torch.view(x, [n, -1, heads, d]), 1, 2)
    return torch.reshape(torch.to(apart, 6, False, False, 0), [n * heads, -1, d])
  def heads_together(self, x: Tensor, n: int, heads: int, like: Tensor) -> Tensor:
    d = torch.size(x, 2)
    beside = torch.transpose(torch.view(x, [n, heads, -1, d]), 1, 2)
    return torch.reshape(torch.to(beside, like.dtype, False, False, 0), [-1, heads * d])
  def bert(self, before: List[Tensor], p: List[Tensor], sizes: List[int], eps: float, rate: float, seed: int, keep: bool) -> List[Tensor]:
    heads, rows = sizes
    generator = torch.Generator(device=None, seed=seed)
    n = torch.size(before[0], 0)
    w = torch.size(before[0], 2)
    x = torch.to(torch.reshape(before[0], [-1, w]), p[2])
    asked = torch.reshape(torch.narrow(before[0], 1, 0, rows), [-1, w])
    asking = torch.to(asked, p[0])
    q = self.heads_apart(self.product(asking, p[0], p[1]), n, heads)
    k = self.heads_apart(self.product(x, p[2], p[3]), n, heads)
    v = self.heads_apart(self.product(x, p[4], p[5]), n, heads)
    in_shares = self.left(q, [n * heads, rows, torch.size(before[0], 1)], rate, generator)
    in_seen = self.left(q, [n * rows, w], rate, generator)
    in_told = self.left(q, [n * rows, w], rate, generator)
    seen, shares = self.attention(q, k, v, before[1], in_shares, rate)
    seen = self.heads_together(seen, n, heads, p[6])
    h0 = self.sum_of(self.dropped(self.product(seen, p[6], p[7]), in_seen, rate), asked)
    h1, mean, rstd = self.norm(h0, p[8], p[9], eps)
    h = torch.to(h1, p[10])
    if keep:
      wide = self.product(h, p[10], p[11])
      bent = torch.gelu(wide)
      y0 = self.sum_of(self.dropped(self.product(bent, p[12], p[13]), in_told, rate), h1)
      y, mean1, rstd1 = self.norm(y0, p[14], p[15], eps)
      return [torch.view(y, [n, rows, w]), before[1], x, asking, q, k, v, shares, seen, h0, mean, rstd, h, wide, bent, y0, mean1, rstd1, in_shares, in_seen, in_told]
    else:
      y0 = self.sum_of(self.dropped(self.product(self.product_gelu(h, p[10], p[11]), p[12], p[13]), in_told, rate), h1)
      y, mean1, rstd1 = self.norm(y0, p[14], p[15], eps)
      return [torch.view(y, [n, rows, w]), before[1]]
  def bert_slopes(self, after: List[Tensor], kept: List[Tensor], p: List[Tensor], sizes: List[int], eps: float, rate: float) -> List[Tensor]:
    heads, rows = sizes
    n = torch.size(after[0], 0)
    w = torch.size(after[0], 2)
    x, asking, q, k, v, shares, seen, h0, mean, rstd, h, wide, bent, y0, mean1, rstd1, in_shares, in_seen, in_told = kept[2:]
    g2, gw2, gb2 = self.norm_slopes(torch.reshape(after[0], [-1, w]), y0, mean1, rstd1, p[14], p[15])
    change2 = self.dropped(g2, in_told, rate)
    low2 = torch.to(change2, p[12])
    gwide = torch.gelu_backward(self.slope_in(low2, p[12]), wide)
    g1, gw1, gb1 = self.norm_slopes(self.sum_of(self.slope_in(gwide, p[10]), g2), h0, mean, rstd, p[8], p[9])
    change1 = self.dropped(g1, in_seen, rate)
    low1 = torch.to(change1, p[6])
    gq, gk, gv = self.attention_slopes(self.heads_apart(self.slope_in(low1, p[6]), n, heads), q, k, v, shares, in_shares, rate)
    gq = self.heads_together(gq, n, heads, p[0])
    gk = self.heads_together(gk, n, heads, p[2])
    gv = self.heads_together(gv, n, heads, p[4])
    gx = torch.view(torch.to(torch.add_(self.slope_in(gk, p[2]), self.slope_in(gv, p[4])), g1), [n, -1, w])
    gasking = torch.view(self.sum_of(self.slope_in(gq, p[0]), g1), [n, rows, w])
    _0 = torch.add_(torch.narrow(gx, 1, 0, rows), gasking)
    first = [gx, self.slope_weight(gq, asking), self.slope_bias(gq), self.slope_weight(gk, x), self.slope_bias(gk), self.slope_weight(gv, x), self.slope_bias(gv)]
    return first + [self.slope_weight(low1, seen), self.slope_bias(change1), gw1, gb1, self.slope_weight(gwide, h), self.slope_bias(gwide), self.slope_weight(low2, bent), self.slope_bias(change2), gw2, gb2]
  def first(self, xs: List[Tensor]) -> Tensor:
    return xs[0]
  def only_first(self, xs: List[Tensor]) -> List[Tensor]:
    return [xs[0]]
  def add_slopes(self, lanes: List[List[Tensor]], p: List[Tensor]) -> Tensor:
    for i in range(torch.len(p)):
      if p[i].requires_grad:
        slope = torch.to(lanes[0][1 + i], p[i])
        for lane in range(1, torch.len(lanes)):
          slope = torch.add(slope, lanes[lane][1 + i])
        _0 = torch.add_(p[i].grad, slope)
    return p[0]
