package io.github.alprolab.datasets.video;

import java.util.Arrays;
import java.util.BitSet;
import org.bytedeco.ffmpeg.global.avutil;

/** When each picture of a file is shown, and at which of them decoding can begin. Immutable. */
final class FrameIndex {
    static final long NO_TIME = avutil.AV_NOPTS_VALUE;

    /** Of a file that is decoded from the start because nothing is known of its inside. */
    static final FrameIndex NONE = new FrameIndex(new long[0], new BitSet());

    private final long[] times;
    private final BitSet keys;

    private FrameIndex(long[] times, BitSet keys) {
        this.times = times;
        this.keys = keys;
    }

    /**
     * An index without keys, thus without seeking, where times do not tell the pictures apart.
     *
     * @param times of the pictures in the order they are decoded
     * @param keys positions at which decoding can begin
     */
    static FrameIndex of(long[] times, BitSet keys) {
        boolean distinct = times.length > 0 && times[0] != NO_TIME;
        for (int i = 1; i < times.length; i++) {
            distinct &= times[i] > times[i - 1];
        }
        return distinct ? new FrameIndex(times.clone(), (BitSet) keys.clone()) : NONE;
    }

    /** As a text for {@link #parse}; {@link #NONE} where that would take more letters. */
    String text(int most) {
        long[] at = keys.stream().asLongStream().toArray();
        String text = LongRuns.text(times) + ";" + LongRuns.text(at);
        return text.length() <= most ? text : NONE.text(most);
    }

    /**
     * @param pictures of the file
     * @throws IllegalArgumentException if it is no such text
     */
    static FrameIndex parse(String text, int pictures) {
        int middle = text.indexOf(';');
        long[] times = LongRuns.parse(text.substring(0, Math.max(0, middle)), pictures);
        BitSet keys = new BitSet();
        for (long at : LongRuns.parse(text.substring(middle + 1), pictures)) {
            keys.set(Math.toIntExact(at));
        }
        return keys.length() <= times.length ? of(times, keys) : NONE;
    }

    /** The last position at or before this one at which decoding can begin; -1 if none is known. */
    int keyBefore(int position) {
        return keys.previousSetBit(position);
    }

    /** When the picture at a position is shown, in the stream's units. */
    long time(int position) {
        return times[position];
    }

    @Override
    public String toString() {
        return "FrameIndex[%d pictures, keys %s, from %s]"
                .formatted(times.length, keys, Arrays.stream(times).findFirst());
    }
}
