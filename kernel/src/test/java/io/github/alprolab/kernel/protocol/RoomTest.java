package io.github.alprolab.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that share room for a limited number of bytes. */
@Timeout(30)
class RoomTest {
    private final Semaphore begunToWait = new Semaphore(0);
    private final Room room = new Room(10_000, begunToWait::release);

    @Test
    void nobodyWaitsWhileThereIsRoom() {
        room.take(4_000);
        room.take(4_000);
        await();

        assertThat(begunToWait.availablePermits()).isZero();
        assertThat(room.isShort()).isFalse();
    }

    @Test
    void whoIsAboutToPutOutMoreWaitsUntilRoomIsGivenBack() throws Exception {
        Runnable first = room.take(8_000);
        room.take(8_000); // itself, a message never waits
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(this::await);
        begunToWait.acquire();
        assertThat(room.isShort()).isTrue();
        assertThat(waiting).isNotDone();

        first.run();
        waiting.get();
        assertThat(room.isShort()).isFalse();
    }

    @Test
    void givingBackTwiceGivesOnce() throws Exception {
        Runnable small = room.take(4_000);
        room.take(12_000);
        small.run();
        small.run();

        CompletableFuture<Void> waiting = CompletableFuture.runAsync(this::await);
        begunToWait.acquire();
        assertThat(waiting).isNotDone();
        room.open();
        waiting.get();
    }

    @Test
    void aMessageLongerThanAllTheRoomHoldsUpTheNextUntilItIsGone() throws Exception {
        Runnable large = room.take(1_000_000);
        CompletableFuture<Void> next = CompletableFuture.runAsync(this::await);
        begunToWait.acquire();
        assertThat(next).isNotDone();

        large.run();
        next.get();
    }

    @Test
    void manySmallMessagesTakeRoomEvenWithoutBytes() {
        for (int i = 0; i < 20; i++) {
            room.take(0);
        }
        assertThat(room.isShort()).isTrue();
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() throws Exception {
        room.take(10_000);
        AtomicBoolean kept = new AtomicBoolean();
        Thread waiting =
                new Thread(
                        () -> {
                            await();
                            kept.set(Thread.currentThread().isInterrupted());
                        });
        waiting.start();
        begunToWait.acquire();
        waiting.interrupt();
        waiting.join(TimeUnit.SECONDS.toMillis(20));

        assertThat(kept).isTrue();
    }

    @Test
    void aWaitThatIsGivenUpEnds() throws Exception {
        room.take(10_000);
        AtomicBoolean givenUp = new AtomicBoolean();
        CompletableFuture<Void> waiting =
                CompletableFuture.runAsync(() -> room.await(givenUp::get));
        begunToWait.acquire();
        givenUp.set(true);

        waiting.get();
        assertThat(room.isShort()).as("that it is full is not forgotten").isTrue();
    }

    @Test
    void whenEverythingEndsNobodyWaits() throws Exception {
        room.take(10_000);
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(this::await);
        begunToWait.acquire();
        room.open();

        waiting.get();
        await();
    }

    private void await() {
        room.await(() -> false);
    }
}
