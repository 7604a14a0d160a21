package io.github.alprolab.kernel.zmtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that arrive in pieces, and bytes that are no frames. */
class FrameReaderTest {
    private final List<Frame> frames = new ArrayList<>();
    private final List<byte[]> greetings = new ArrayList<>();
    private final FrameReader reader = new FrameReader(new Seen());

    @Property(tries = 200)
    void framesAreTheSameHoweverTheirBytesArrive(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 70_000) Integer> sizes,
            @ForAll long seed)
            throws ProtocolException {
        Random random = new Random(seed);
        List<byte[]> message = new ArrayList<>();
        for (int size : sizes) {
            byte[] part = new byte[size];
            random.nextBytes(part);
            message.add(part);
        }
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        sent.writeBytes(Greeting.ours().toArray());
        sent.writeBytes(Frames.message(Pieces.each(message)).toArray());

        inPieces(sent.toByteArray(), random);

        assertThat(greetings).containsExactly(Greeting.ours().toArray());
        assertThat(frames).extracting(Frame::body).containsExactlyElementsOf(message);
        assertThat(frames)
                .extracting(Frame::hasMore)
                .endsWith(false)
                .filteredOn(more -> more)
                .hasSize(message.size() - 1);
        greetings.clear();
        frames.clear();
    }

    @Test
    void aSizeThatIsOnlyAnnouncedTakesNoMemory() throws ProtocolException {
        List<FrameReader> waiting = new ArrayList<>();
        for (int i = 0; i < 200; i++) { // of 256 MiB each, were they believed
            FrameReader one = new FrameReader(new Seen());
            one.read(ByteBuffer.wrap(Greeting.ours().toArray()));
            one.read(head(Frame.LONG, Frame.LONGEST));
            waiting.add(one);
        }
        assertThat(waiting).hasSize(200);
        assertThat(frames).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, 600_000_000, Integer.MAX_VALUE, 1L << 40})
    void aFrameThatIsTooLongIsRefusedBeforeItArrives(long size) throws ProtocolException {
        greet();

        assertThatThrownBy(() -> reader.read(head(Frame.LONG, size)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining(Long.toUnsignedString(size) + " bytes")
                .hasMessageContaining(Frame.LONGEST + " are the most");
    }

    @Test
    void framesThatTogetherAreTooLongAreRefusedThoughACommandStandsBetween()
            throws ProtocolException {
        greet();
        reader.read(ByteBuffer.wrap(new byte[] {Frame.MORE, 3, 1, 2, 3}));
        reader.read(ByteBuffer.wrap(Frames.command(new byte[] {1, 'X'}).toArray()));

        assertThatThrownBy(() -> reader.read(head(Frame.LONG, Frame.LONGEST)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("after " + (3 + Frame.OVERHEAD) + " of the same message");
    }

    @Test
    void eachMessageMayBeAsLongAsTheOneBefore() throws ProtocolException {
        greet();
        for (int i = 0; i < 3; i++) {
            reader.read(ByteBuffer.wrap(new byte[] {Frame.MORE, 1, 1, 0, 1, 1}));
        }
        reader.read(head(Frame.LONG, Frame.LONGEST));

        assertThat(frames).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 0x80, 0xff, Frame.MORE | Frame.COMMAND})
    void flagsThatDoNotExistAreRefused(int flags) throws ProtocolException {
        greet();

        assertThatThrownBy(() -> reader.read(ByteBuffer.wrap(new byte[] {(byte) flags, 0})))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("flags " + flags);
    }

    private void greet() throws ProtocolException {
        reader.read(ByteBuffer.wrap(Greeting.ours().toArray()));
    }

    private void inPieces(byte[] bytes, Random random) throws ProtocolException {
        FrameReader fresh = new FrameReader(new Seen());
        int at = 0;
        while (at < bytes.length) {
            int count = Math.min(bytes.length - at, 1 + random.nextInt(random.nextInt(9000) + 1));
            fresh.read(ByteBuffer.wrap(bytes, at, count));
            at += count;
        }
    }

    private static ByteBuffer head(int flags, long size) {
        return ByteBuffer.allocate(9).put((byte) flags).putLong(size).flip();
    }

    private final class Seen implements FrameReader.Listener {
        @Override
        public void greeted(byte[] greeting) {
            greetings.add(greeting);
        }

        @Override
        public void received(Frame frame) {
            frames.add(frame);
        }
    }
}
