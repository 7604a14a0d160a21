package io.github.alprolab.alpro.model;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.Freezing;
import io.github.alprolab.alpro.nn.Namespace;
import io.github.alprolab.alpro.nn.Parameter;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.nn.TwoLayerHead;
import io.github.alprolab.alpro.tensor.Tensor;
import java.util.List;

/**
 * Video question answering: the fused CLS of video and question, classified over a list of answers
 * (docs/method.md sections 2.3 and 7.2).
 *
 * <p>The published class also carries temperature, projections and matching head; files hold them,
 * nothing uses them.
 */
public final class AnsweringModel {
    /** The published head is never smaller, whatever the number of answers. */
    private static final int PUBLISHED_LEAST = 1500;

    private final AlproModel alpro;
    private final TwoLayerHead answerHead;
    private final int classes;

    /** Declares all tensors in {@code names}; C is {@code classes}. */
    public AnsweringModel(Namespace names, AlproConfig config, int classes) {
        this.classes = classes;
        this.alpro = AlproModel.withoutWordHead(names, config, 0.07);
        this.answerHead =
                new TwoLayerHead(names.child("classifier"), config.video().width(), classes);
    }

    /** C of the published files for a number of answers. */
    public static int publishedClasses(int answers) {
        return Math.max(answers, PUBLISHED_LEAST);
    }

    /** The tensors of a state dict that learn under a freezing rule. */
    public static List<Parameter> trainable(StateDict state, Freezing freezing) {
        return state.trainable().stream().filter(p -> !freezing.freezes(p.name())).toList();
    }

    /** C. */
    public int classes() {
        return classes;
    }

    /** The encoders below the classifier; they have no head for words. */
    public AlproModel alpro() {
        return alpro;
    }

    /**
     * Scores every answer.
     *
     * @param video tokens of each question's clip, (B, 1 + P, D)
     * @param ids word pieces of the questions, (B, L)
     * @param mask (B, L)
     * @return (B, C)
     */
    public Tensor answers(Tensor video, Tensor ids, Tensor mask, boolean training) {
        Tensor text = alpro.text(ids, mask, training);
        Tensor cls = alpro.fuse(text, mask, video, 1, training).select(1, 0);
        return answerHead.apply(cls);
    }
}
