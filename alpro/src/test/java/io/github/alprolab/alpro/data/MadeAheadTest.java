package io.github.alprolab.alpro.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MadeAheadTest {
    @Test
    void theyComeInTheirOrderAndOnlyAFewAreMadeBeforeTheyAreTaken() throws Exception {
        AtomicInteger made = new AtomicInteger();
        Stream<Callable<Integer>> work =
                IntStream.iterate(0, i -> i + 1).mapToObj(i -> () -> times(made, i));
        try (MadeAhead<Integer> ahead = new MadeAhead<>(work)) {
            for (int i = 0; i < 20; i++) {
                assertThat(ahead.next()).isEqualTo(10 * i);
                assertThat(made.get()).isLessThanOrEqualTo(i + 1 + MadeAhead.AHEAD);
            }
        }
    }

    private static int times(AtomicInteger made, int i) {
        made.incrementAndGet();
        return 10 * i;
    }

    @Test
    void theWorkEndsWithItsLastOne() throws Exception {
        try (MadeAhead<String> ahead = new MadeAhead<>(Stream.of(() -> "a", () -> "b"))) {
            List<String> all = new ArrayList<>();
            while (ahead.hasNext()) {
                all.add(ahead.next());
            }
            assertThat(all).containsExactly("a", "b");
        }
    }

    @Test
    void whatCannotBeMadeIsToldInItsPlaceAsItWasThrown() throws Exception {
        Callable<String> broken =
                () -> {
                    throw new IllegalArgumentException("clip 7 cannot be read");
                };
        Callable<String> checked =
                () -> {
                    throw new Exception("no such file");
                };
        Callable<String> error =
                () -> {
                    throw new StackOverflowError("deep");
                };
        try (MadeAhead<String> ahead =
                new MadeAhead<>(Stream.of(() -> "before", broken, () -> "after", checked, error))) {
            assertThat(ahead.next()).isEqualTo("before");
            assertThatThrownBy(ahead::next)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("clip 7 cannot be read");
            assertThat(ahead.next()).isEqualTo("after");
            assertThatThrownBy(ahead::nextThroughInterrupts)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("What was made ahead failed: no such file");
            assertThatThrownBy(ahead::next).isInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    void anInterruptEndsTheWaitOrIsKept() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        Callable<String> late =
                () -> {
                    open.await();
                    return "late";
                };
        try (MadeAhead<String> ahead = new MadeAhead<>(Stream.of(late, late))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(ahead::next).isInstanceOf(InterruptedException.class);

            Thread.currentThread().interrupt();
            open.countDown();
            assertThat(ahead.nextThroughInterrupts()).isEqualTo("late");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void closingWaitsForWhatIsBeingMadeAndBeginsNothingMore() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger others = new AtomicInteger();
        Callable<String> slow =
                () -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await(); // until it is interrupted
                    } catch (InterruptedException e) {
                        over.set(true);
                    }
                    return "";
                };
        Stream<Callable<String>> work =
                Stream.concat(
                        Stream.generate(() -> slow).limit(MadeAhead.THREADS),
                        Stream.generate(() -> () -> "" + others.incrementAndGet()));
        MadeAhead<String> ahead = new MadeAhead<>(work);
        assertThat(begun).satisfies(CountDownLatch::await);

        ahead.close();

        assertThat(over).isTrue();
        assertThat(others).hasValue(0);
    }
}
