package io.github.alprolab.kernel.zmtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits for a connection that takes much, little or nothing. */
class OutboxTest {
    private static final long PATIENCE = 60;

    private final Reader reader = new Reader();
    private final List<Integer> gone = new ArrayList<>();
    private long now;
    private final Outbox outbox = new Outbox(reader, () -> now);

    @Test
    void whatIsTakenAtOnceIsGone() throws IOException {
        reader.takes = 100;
        add(1, 30);
        add(2, 40);

        assertThat(reader.heard).containsExactly(message(1, 30), message(2, 40));
        assertThat(gone).containsExactly(1, 2);
        assertThat(outbox.isEmpty()).isTrue();
        assertThat(outbox.bytes()).isZero();
    }

    @Test
    void theRestWaitsInOrderUntilItIsTaken() throws IOException {
        reader.takes = 10;
        add(1, 30);
        add(2, 40);

        assertThat(outbox.bytes()).isEqualTo(60);
        assertThat(gone).isEmpty();
        reader.takes = 25;
        outbox.write();
        assertThat(gone).containsExactly(1);
        reader.takes = 100;
        outbox.write();

        assertThat(reader.bytes()).isEqualTo(joined(message(1, 30), message(2, 40)));
        assertThat(gone).containsExactly(1, 2);
    }

    @Test
    void oneTurnTakesNoMoreThanAboutAMegabyte() throws IOException {
        reader.takes = 5_000_000;
        add(1, 5_000_000);

        assertThat(outbox.bytes()).isBetween(3_500_000L, 4_000_000L);
    }

    @Test
    void whoReadsALittleNowAndThenLosesNothing() throws IOException {
        for (int i = 0; i < 20; i++) {
            add(i, 10);
        }
        for (int i = 0; i < 200; i++) {
            now += PATIENCE - 1;
            assertThat(outbox.forget(PATIENCE)).isFalse();
            reader.takes = 1;
            outbox.write();
        }
        assertThat(gone).hasSize(20);
        assertThat(outbox.missed()).isZero();
    }

    @Test
    void timeCountsFromWhenThereWasSomethingToTake() throws IOException {
        now = 1000 * PATIENCE; // and nothing to take all the while
        add(1, 10);

        assertThat(outbox.forget(PATIENCE)).isFalse();
        now += PATIENCE;
        assertThat(outbox.forget(PATIENCE)).isTrue();
    }

    @Test
    void forWhoReadsNothingForLongNothingIsKeptButTheRestOfWhatIsBegun() throws IOException {
        reader.takes = 4;
        for (int i = 1; i <= 3; i++) {
            add(i, 10);
        }
        now += PATIENCE;

        assertThat(outbox.forget(PATIENCE)).isTrue();
        assertThat(gone).containsExactly(1, 2, 3); // nothing of it takes room any more
        assertThat(outbox.bytes()).isEqualTo(6);
        add(4, 10);
        assertThat(gone).endsWith(4);
        assertThat(outbox.bytes()).isEqualTo(6);
        assertThat(outbox.forget(PATIENCE)).as("again").isFalse();
    }

    @Test
    void whoReadsAgainGetsWholeMessagesAndIsToldHowManyItMissed() throws IOException {
        reader.takes = 4;
        for (int i = 1; i <= 3; i++) {
            add(i, 10);
        }
        now += PATIENCE;
        outbox.forget(PATIENCE);
        add(4, 10);
        assertThat(outbox.missed()).isZero();
        reader.takes = 100;
        outbox.write();
        add(5, 10);

        assertThat(reader.bytes()).isEqualTo(joined(message(1, 10), message(5, 10)));
        assertThat(outbox.missed()).isEqualTo(3);
        assertThat(outbox.missed()).isZero();
    }

    @Test
    void whoStoppedBetweenTwoMessagesIsOfferedEachNewOne() throws IOException {
        add(1, 10);
        now += PATIENCE;
        outbox.forget(PATIENCE);
        add(2, 10);
        assertThat(gone).containsExactly(1, 2);
        assertThat(outbox.isEmpty()).isTrue();

        reader.takes = 3;
        add(3, 10);
        assertThat(outbox.missed()).isEqualTo(2);
        reader.takes = 100;
        outbox.write();
        assertThat(reader.bytes()).isEqualTo(message(3, 10));
    }

    @Test
    void aMessageOfSeveralConnectionsIsGoneWhenTheLastHasIt() throws IOException {
        Outbox other = new Outbox(new Reader(), () -> now);
        Outgoing shared = new Outgoing(Pieces.of(message(1, 10)), () -> gone.add(1));
        reader.takes = 10;
        outbox.add(shared);
        other.add(shared);
        shared.letGo();
        assertThat(gone).isEmpty();

        other.clear();
        assertThat(gone).containsExactly(1);
    }

    private void add(int number, int length) throws IOException {
        Outgoing one = new Outgoing(Pieces.of(message(number, length)), () -> gone.add(number));
        outbox.add(one);
        one.letGo();
    }

    private static byte[] message(int number, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) number);
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Takes so many bytes and then no more. */
    private static final class Reader implements WritableByteChannel {
        private final List<byte[]> heard = new ArrayList<>();
        private int takes;

        @Override
        public int write(ByteBuffer from) {
            byte[] taken = new byte[Math.min(takes, from.remaining())];
            from.get(taken);
            takes -= taken.length;
            if (taken.length > 0) {
                heard.add(taken);
            }
            return taken.length;
        }

        byte[] bytes() {
            return joined(heard.toArray(new byte[0][]));
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
