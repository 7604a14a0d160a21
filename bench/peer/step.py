"""A pre-training step with the four losses, as a PyTorch user would write it from the paper."""
import torch
import torch.nn.functional as F

MEAN = torch.tensor((0.48145466, 0.4578275, 0.40821073)).view(3, 1, 1)
DEVIATION = torch.tensor((0.26862954, 0.26130258, 0.27577711)).view(3, 1, 1)
MASK, SPECIAL = 4, 5


def normalised(pixels):
    """(B, T, H, W, 3) bytes to (B, T, 3, H, W)."""
    return ((pixels.permute(0, 1, 4, 2, 3).float() / 255 - MEAN) / DEVIATION).contiguous()


def hidden(ids, vocabulary):
    """Ids with 15 % of the words hidden, their flat places and what was there."""
    chosen = (torch.rand(ids.shape) < 0.15) & (ids >= SPECIAL)
    fate = torch.rand(ids.shape)
    changed = torch.where(chosen & (fate < 0.8), MASK, ids)
    changed = torch.where(chosen & (fate >= 0.9), torch.randint(vocabulary, ids.shape), changed)
    return changed, chosen.flatten().nonzero().squeeze(1), ids[chosen]


def boxes(clips, grid):
    """1 for patches inside a random box of 30 % to 50 % of the frame, (B, P)."""
    inside = torch.zeros(clips, grid, grid)
    for one in inside:
        area = (0.3 + 0.2 * torch.rand(())).item() * grid * grid
        height = min(grid, max(1, round((area * (0.6 + torch.rand(()).item())) ** 0.5)))
        width = min(grid, max(1, round(area / height)))
        top, left = torch.randint(grid - height + 1, ()).item(), torch.randint(grid - width + 1, ()).item()
        one[top:top + height, left:left + width] = 1
    return inside.flatten(1)


def drawn(similarity):
    """A wrong text for each video (a row) and a wrong video for each text, the likelier the more alike."""
    own = torch.eye(len(similarity), dtype=torch.bool)
    wrong = similarity.detach().float().masked_fill(own, float("-inf"))
    return (torch.multinomial(wrong.softmax(1), 1).squeeze(1), torch.multinomial(wrong.softmax(0).T, 1).squeeze(1))


def hardest(similarity):
    """The most alike wrong pairs instead."""
    wrong = similarity.detach().masked_fill(torch.eye(len(similarity), dtype=torch.bool), float("-inf"))
    return wrong.argmax(1), wrong.argmax(0)


def taught(labels):
    """Labels whose best entity is likely enough, as the paper says."""
    return labels.max(1).values >= 0.2


@torch.no_grad()
def labels_of(prompter, prompts, crops):
    """The frozen prompter's distributions over entities, (B, E)."""
    feature = prompter.video_feature(prompter.video(crops))
    return (feature @ prompts.T / prompter.temp).float().softmax(1)


def losses(model, frames, ids, mask, masked, inside, labels, negatives=drawn, counted=taught):
    """VTC, VTM, MLM and PEM of a batch."""
    clips = len(ids)
    video = model.video(frames)
    text = model.bert.text(ids, mask)
    similarity = model.video_feature(video) @ model.text_feature(text).T / model.temp
    own = torch.arange(clips)
    vtc = (F.cross_entropy(similarity, own) + F.cross_entropy(similarity.T, own)) / 2

    wrong_text, wrong_video = negatives(similarity)
    right = model.bert.fuse(text, mask, video)
    wrong = model.bert.fuse(torch.cat((text, text[wrong_text])), torch.cat((mask, mask[wrong_text])),
                            torch.cat((video[wrong_video], video)))
    matches = torch.zeros(3 * clips, dtype=torch.long)
    matches[:clips] = 1
    vtm = F.cross_entropy(model.itm_head(torch.cat((right[:, 0], wrong[:, 0]))), matches)

    changed, places, words = masked
    fused = model.bert.fuse(model.bert.text(changed, mask), mask, video)[:, : ids.shape[1]]
    mlm = F.cross_entropy(model.words(fused.flatten(0, 1)[places]), words) if len(places) else 0 * vtc

    patches = right[:, -inside.shape[1]:]
    region = (patches * inside[..., None]).sum(1) / inside.sum(1, keepdim=True)
    counts = counted(labels)
    each = -(labels * model.mpm_head(region).log_softmax(1)).sum(1)
    pem = (each * counts).sum() / counts.sum().clamp(min=1)
    return vtc, vtm, mlm, pem


class Step:
    """Updates of a model on batches of pixels (bytes) and words."""

    def __init__(self, sizes, model, prompter, prompts, autocast=False):
        self.sizes, self.model, self.prompter, self.prompts = sizes, model, prompter.eval(), prompts
        self.autocast = autocast
        self.optimizer = torch.optim.AdamW(model.parameters(), lr=1e-6, betas=(0.9, 0.98), eps=1e-6,
                                           weight_decay=1e-3, fused=True)

    def __call__(self, pixels, ids, mask):
        """One update; the loss."""
        sizes, model = self.sizes, self.model
        with torch.no_grad():
            model.temp.clamp_(0.001, 0.5)
            frames = normalised(pixels)
            inside = boxes(len(ids), sizes.image // sizes.patch)
            grid = inside.view(-1, 1, sizes.image // sizes.patch, sizes.image // sizes.patch)
            shown = F.interpolate(grid, scale_factor=sizes.patch)[:, None]
            crops = torch.where(shown > 0, frames, -MEAN / DEVIATION)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.autocast):
            labels = labels_of(self.prompter, self.prompts, crops)
            total = sum(losses(model, frames, ids, mask, hidden(ids, sizes.vocabulary), inside, labels))
        total.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 20.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        return total.item()
