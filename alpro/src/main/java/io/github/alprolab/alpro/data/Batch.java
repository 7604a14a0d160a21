package io.github.alprolab.alpro.data;

import io.github.alprolab.alpro.loss.MaskedWords;
import io.github.alprolab.alpro.model.PromptKind;
import io.github.alprolab.alpro.prompter.CropBox;
import io.github.alprolab.alpro.text.TokenBatch;
import java.util.List;

/**
 * One batch on the Java heap.
 *
 * @param pixels (B, T, H, W, 3) unsigned bytes
 * @param texts (B, L)
 * @param masked the same texts with words hidden
 * @param boxes one crop a clip, B
 * @param prompts which prompts describe it: those for images when its first clip is a still one, as
 *     the published code decides for a whole batch
 */
public record Batch(
        byte[] pixels,
        TokenBatch texts,
        MaskedWords masked,
        List<CropBox> boxes,
        PromptKind prompts) {

    public Batch {
        boxes = List.copyOf(boxes);
    }

    /** B. */
    public int clips() {
        return texts.rows();
    }
}
