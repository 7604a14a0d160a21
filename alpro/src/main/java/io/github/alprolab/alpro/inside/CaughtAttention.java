package io.github.alprolab.alpro.inside;

import io.github.alprolab.alpro.tensor.AttentionWatch;
import io.github.alprolab.alpro.tensor.Tensor;

/** Keeps the shares of one attention, of one head or as the mean of all. */
final class CaughtAttention implements AttentionWatch {
    private final String wanted;
    private final int head;
    private float[][] rows = new float[0][];
    private int queries;

    /**
     * @param wanted end of the attention's name
     * @param head from 1; 0 for the mean of all
     */
    CaughtAttention(String wanted, int head) {
        this.wanted = wanted;
        this.head = head;
    }

    @Override
    public boolean wants(String attention) {
        return attention.endsWith(wanted);
    }

    @Override
    public void saw(String attention, Tensor shares) {
        Tensor one = head == 0 ? shares.mean(1) : shares.select(1, head - 1L); // (N, Q, S)
        queries = one.size(1);
        rows = one.reshape(-1, one.size(2)).matrix();
    }

    /** The shares of a query over all keys, (S). */
    float[] row(int sequence, int query) {
        return rows[sequence * queries + query];
    }

    /** N. */
    int sequences() {
        return rows.length / queries;
    }
}
