package io.github.alprolab.serve;

import java.util.List;
import java.util.stream.IntStream;

/** Three clips that are found whatever is asked. */
record FakeGallery() implements SearchedGallery {
    @Override
    public String name() {
        return "fake";
    }

    @Override
    public int clips() {
        return 3;
    }

    @Override
    public List<Hit> search(String text, int most) {
        if (text.equals("fail")) {
            throw new IllegalStateException("a secret of the machine");
        }
        return IntStream.range(0, Math.min(most, 3))
                .mapToObj(i -> new Hit(i, "clip-" + i, "asked: " + text, 1.0 / (1 + i)))
                .toList();
    }

    @Override
    public byte[] strip(int row) {
        return new byte[] {(byte) row};
    }
}
