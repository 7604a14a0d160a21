package io.github.alprolab.kernel.zmtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Bytes that are written in any portions. */
class PiecesTest {
    private final Pieces pieces = new Pieces();

    @Property(tries = 100)
    void theBytesAreTheSameHoweverTheyAreWritten(
            @ForAll @Size(max = 8) List<@IntRange(max = 300_000) Integer> portions,
            @ForAll long seed) {
        Random random = new Random(seed);
        Pieces written = new Pieces();
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        for (int portion : portions) {
            byte[] bytes = new byte[portion];
            random.nextBytes(bytes);
            expected.writeBytes(bytes);
            if (random.nextBoolean()) {
                written.write(bytes, 0, portion);
            } else {
                written.add(Pieces.of(bytes));
            }
        }
        assertThat(written.toArray()).isEqualTo(expected.toByteArray());
        assertThat(written.length()).isEqualTo(expected.size());
    }

    @Test
    void aSmallMessageIsOnePiece() {
        for (int i = 0; i < 6; i++) {
            pieces.add(Pieces.of(new byte[100]));
        }
        assertThat(pieces.pieces()).hasSize(1);
    }

    @Test
    void noPieceIsLongerThanOneWrite() {
        pieces.write(new byte[1_000_000], 0, 1_000_000);
        pieces.add(Pieces.of(new byte[1_000_000]));

        assertThat(pieces.pieces())
                .hasSizeLessThan(30)
                .allSatisfy(piece -> assertThat(piece.remaining()).isLessThanOrEqualTo(1 << 17));
    }

    @Test
    void longBytesAreNotCopied() {
        byte[] bytes = new byte[50_000];
        pieces.write('(');
        pieces.add(Pieces.of(bytes));
        pieces.write(')');

        assertThat(pieces.pieces().map(ByteBuffer::array)).contains(bytes);
        assertThat(pieces.pieces().filter(piece -> piece.array() == bytes)).hasSize(1);
        assertThat(pieces.length()).isEqualTo(50_002);
    }

    @Test
    void whatWasReadStaysWhenMoreIsWritten() {
        pieces.write('a');
        ByteBuffer read = pieces.pieces().findFirst().orElseThrow();
        pieces.write('b');

        assertThat(read.remaining()).isEqualTo(1);
        assertThat(read.get()).isEqualTo((byte) 'a');
        assertThat(pieces.toArray()).isEqualTo(new byte[] {'a', 'b'});
    }
}
