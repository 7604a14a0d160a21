package io.github.alprolab.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is closed when its variable is gone, and what is not. */
class ClosingTest {
    private static final class Handle implements AutoCloseable {
        private static Handle shared;
        private boolean closed;

        @Override
        public void close() {
            closed = true;
        }
    }

    private record Owner(Handle handle) {}

    private final Handle handle = new Handle();

    @Test
    void aValueThatNobodyHoldsIsClosed() {
        assertThat(closed(List.of("text", 1, List.of(), new Owner(new Handle())))).isTrue();
    }

    @Test
    void aValueThatAnotherVariableReachesStaysOpen() {
        assertThat(closed(List.of(handle))).isFalse();
        assertThat(closed(List.of(new Owner(handle)))).isFalse();
        assertThat(closed(List.of(Map.of("k", List.of(handle))))).isFalse();
        assertThat(closed(List.of(new AtomicReference<>(handle)))).isFalse();
        assertThat(closed(List.of((Object) new Handle[] {handle}))).isFalse();
    }

    @Test
    void aValueInAStaticFieldOfItsClassStaysOpen() {
        Handle.shared = handle;
        try {
            assertThat(closed(List.of())).isFalse();
        } finally {
            Handle.shared = null;
        }
    }

    @Test
    void whatCannotBeLookedIntoMayHoldIt() {
        assertThat(closed(List.of(new Thread(handle::close)))).isFalse();
    }

    @Test
    void aDataSetOfSomeHundredThousandObjectsIsLookedThrough() {
        List<Owner> items = Stream.generate(() -> new Owner(null)).limit(400_000).toList();
        assertThat(closed(List.of(items))).isTrue();
    }

    @Test
    void aPictureThatIsShownKeepsNothingOpen() {
        assertThat(closed(List.of(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB)))).isTrue();
    }

    @Test
    void streamsOfTheJdkAreLeftToTheCollector() throws Exception {
        StringReader reader = new StringReader("a");
        Closing.closeUnlessHeld("reader", reader, List.of());

        assertThat(reader.read()).isEqualTo('a');
    }

    private boolean closed(Collection<Object> live) {
        Closing.closeUnlessHeld("handle", handle, live);
        return handle.closed;
    }
}
