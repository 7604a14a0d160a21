package io.github.alprolab.alpro.objective;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.tensor.Scope;
import io.github.alprolab.alpro.tensor.Tensor;
import io.github.alprolab.alpro.tensor.TensorList;
import io.github.alprolab.alpro.text.TokenBatch;
import java.util.List;

/**
 * Tokens of a whole batch that its parts were encoded to, where the graph of the losses begins, and
 * the gradients that arrive at them.
 *
 * @param texts word pieces, (B, L)
 * @param video (B, 1 + P, D)
 * @param text (B, L, D)
 */
record BatchTokens(TokenBatch texts, Tensor video, Tensor text) {

    /** Room for them. */
    static BatchTokens room(Scope scope, AlproConfig config, TokenBatch texts) {
        int clips = texts.rows();
        int width = config.video().width();
        return new BatchTokens(
                texts,
                scope.full(0, clips, 1 + config.video().patches(), width),
                scope.full(0, clips, texts.length(), width));
    }

    /** A copy on the device of a scope. */
    BatchTokens on(Scope scope) {
        Tensor videos = scope.full(0, video.shape());
        Tensor words = scope.full(0, text.shape());
        videos.copyFrom(video);
        words.copyFrom(text);
        return new BatchTokens(texts, videos, words);
    }

    /** Adds the gradients that arrived on another device. */
    void add(BatchTokens others) {
        new TensorList(List.of(video, text))
                .add(new TensorList(List.of(others.video, others.text)));
    }

    /** Takes over what a part was encoded to. */
    void put(int first, Tensor someVideo, Tensor someText) {
        video.in(someVideo).narrow(0, first, someVideo.size(0)).copyFrom(someVideo);
        text.in(someText).narrow(0, first, someText.size(0)).copyFrom(someText);
    }

    /** From now on gradients arrive here; the same shapes. */
    BatchTokens gradients() {
        List<Tensor> both = new TensorList(List.of(video, text)).collectGradients().tensors();
        return new BatchTokens(texts, both.get(0), both.get(1));
    }

    /**
     * A scalar whose gradient with regard to a part's tokens is what lies here for them.
     *
     * @param first place of the part
     */
    Tensor sentOn(int first, Tensor someVideo, Tensor someText) {
        int count = someVideo.size(0);
        Tensor slopes = video.in(someVideo).narrow(0, first, count).beside(someVideo);
        Tensor ofWords = text.in(someText).narrow(0, first, count).beside(someText);
        Tensor videos = someVideo.multiply(slopes);
        Tensor texts = someText.multiply(ofWords);
        return videos.total().add(texts.total());
    }
}
