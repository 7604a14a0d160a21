package io.github.alprolab.alpro.inside;

/**
 * Which attention is looked at.
 *
 * @param block of the encoder, from 1; 0 for its last
 * @param head of the block, from 1; 0 for the mean of all
 */
public record AttentionPlace(int block, int head) {
    /** The mean of all heads in the last block. */
    public static final AttentionPlace LAST = new AttentionPlace(0, 0);

    public AttentionPlace {
        if (block < 0 || head < 0) {
            throw new IllegalArgumentException(
                    "Block %d, head %d is asked for; both count from 1, 0 stands for the last block and for the mean of the heads."
                            .formatted(block, head));
        }
    }

    /** The block among so many, from 0. */
    int index(int blocks) {
        return within("block", block == 0 ? blocks : block, blocks) - 1;
    }

    /** Refuses a head that is not there. */
    void requireHead(int heads) {
        within("head", Math.max(1, head), heads);
    }

    private static int within(String what, int given, int most) {
        if (given > most) {
            throw new IllegalArgumentException(
                    "The %s %d is asked for; there are %d.".formatted(what, given, most));
        }
        return given;
    }
}
