package io.github.alprolab.datasets.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.datasets.CountingClip;
import io.github.alprolab.datasets.Frames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskFrameCacheTest {
    private static final int[] FIRST_TWO = {0, 1};
    private static final long ENTRY = FrameFile.bytes(2, 4);
    private static final long PLENTY = 1 << 20;

    @TempDir Path folder;

    @Test
    void whatOneObjectDecodedAnotherReads() {
        StampedClip clip = StampedClip.of("a", 8);
        Frames first = DiskFrameCache.open(folder, PLENTY).frames(clip, new int[] {5, 0, 5}, 4);
        DiskFrameCache later = DiskFrameCache.open(folder, PLENTY);
        assertThat(later.frames(clip, new int[] {5, 0, 5}, 4)).isEqualTo(first);
        assertThat(later.frames(clip, new int[] {0}, 4).rgb()).containsOnly(0);
        assertThat(clip.decoded()).hasValue(1);
        assertThat(later.heldBytes()).isEqualTo(ENTRY);
    }

    @Test
    void keepsTheWholeClipOnceOtherPicturesAreAskedFor() {
        StampedClip clip = StampedClip.of("a", 8);
        DiskFrameCache cache = DiskFrameCache.open(folder, PLENTY);
        cache.frames(clip, FIRST_TWO, 4);
        for (int i = 0; i < 8; i++) {
            assertThat(cache.frames(clip, new int[] {i}, 4).rgb()).containsOnly(i);
        }
        assertThat(clip.decoded()).hasValue(2);
    }

    @Test
    void aClipTooLargeToKeepWholeIsDecodedInPart() {
        StampedClip clip = StampedClip.of("a", 8);
        DiskFrameCache cache = DiskFrameCache.open(folder, 8 * FrameFile.bytes(8, 4));
        cache.frames(clip, FIRST_TWO, 4);
        assertThat(cache.frames(clip, new int[] {7}, 4).rgb()).containsOnly(7);
        assertThat(cache.frames(clip, FIRST_TWO, 4).count()).isEqualTo(2);
        assertThat(clip.decoded()).hasValue(2);
        assertThat(cache.heldBytes()).isEqualTo(ENTRY);
    }

    @Test
    void dropsWhatWasNotUsedForLongestAndStaysBelowItsLimit() throws Exception {
        DiskFrameCache cache = DiskFrameCache.open(folder, 5 * ENTRY);
        List<StampedClip> clips =
                IntStream.range(0, 5).mapToObj(i -> StampedClip.of("c" + i, 8)).toList();
        for (StampedClip clip : clips) {
            cache.frames(clip, FIRST_TWO, 4);
            age();
        }
        cache.frames(clips.get(0), FIRST_TWO, 4);
        cache.frames(StampedClip.of("new", 8), FIRST_TWO, 4);
        assertThat(cache.heldBytes()).isBetween(ENTRY, 5 * ENTRY);
        cache.frames(clips.get(0), FIRST_TWO, 4);
        assertThat(clips.get(0).decoded()).hasValue(1);
        cache.frames(clips.get(1), FIRST_TWO, 4);
        assertThat(clips.get(1).decoded()).hasValue(2);
    }

    /** Makes every entry look used an hour earlier. */
    private void age() throws IOException {
        for (Path entry : entries()) {
            Instant used = Files.getLastModifiedTime(entry).toInstant();
            Files.setLastModifiedTime(entry, FileTime.from(used.minusSeconds(3600)));
        }
    }

    @Test
    void anEntryLargerThanTheLimitIsNotKept() {
        DiskFrameCache cache = DiskFrameCache.open(folder, ENTRY - 1);
        assertThat(cache.frames(StampedClip.of("a", 8), FIRST_TWO, 4).count()).isEqualTo(2);
        assertThat(cache.heldBytes()).isZero();
    }

    @Test
    void aSmallerLimitHoldsFromTheMomentOfOpening() {
        DiskFrameCache large = DiskFrameCache.open(folder, PLENTY);
        IntStream.range(0, 10).forEach(i -> large.frames(StampedClip.of("c" + i, 8), FIRST_TWO, 4));
        assertThat(DiskFrameCache.open(folder, 4 * ENTRY).heldBytes()).isEqualTo(4 * ENTRY);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 17, 33, 60, 119})
    void aChangedByteAnywhereIsFoundAndTheClipDecodedAnew(int at) throws Exception {
        StampedClip clip = StampedClip.of("a", 8);
        DiskFrameCache cache = DiskFrameCache.open(folder, PLENTY);
        Frames right = cache.frames(clip, FIRST_TWO, 4);
        Path entry = entries().get(0);
        byte[] bytes = Files.readAllBytes(entry);
        bytes[at] ^= 16;
        Files.write(entry, bytes);
        assertThat(cache.frames(clip, FIRST_TWO, 4)).isEqualTo(right);
        assertThat(cache.damagedEntries()).isEqualTo(1);
        assertThat(cache.frames(clip, FIRST_TWO, 4)).isEqualTo(right);
        assertThat(clip.decoded()).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 30, 100})
    void anEntryThatWasCutIsFound(int length) throws Exception {
        StampedClip clip = StampedClip.of("a", 8);
        DiskFrameCache cache = DiskFrameCache.open(folder, PLENTY);
        Frames right = cache.frames(clip, FIRST_TWO, 4);
        Path entry = entries().get(0);
        Files.write(entry, Arrays.copyOf(Files.readAllBytes(entry), length));
        assertThat(cache.frames(clip, FIRST_TWO, 4)).isEqualTo(right);
        assertThat(cache.damagedEntries()).isEqualTo(1);
    }

    @Test
    void filesAbandonedByAProcessThatWasKilledAreRemoved() throws Exception {
        Path old = Files.createFile(folder.resolve("old.partial"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(7200)));
        Path fresh = Files.createFile(folder.resolve("fresh.partial"));
        DiskFrameCache.open(folder, PLENTY);
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void opensWhileAnotherProcessWritesAndMovesItsFiles() {
        AtomicBoolean opened = new AtomicBoolean();
        CompletableFuture<Void> writer =
                CompletableFuture.runAsync(
                        () -> {
                            while (!opened.get()) {
                                comeAndGo();
                            }
                        });
        try {
            for (int i = 0; i < 500; i++) {
                assertThat(DiskFrameCache.open(folder, PLENTY).heldBytes()).isZero();
            }
        } finally {
            opened.set(true);
        }
        assertThat(writer).succeedsWithin(Duration.ofSeconds(10));
    }

    private void comeAndGo() {
        try {
            Path partial = Files.createFile(folder.resolve(UUID.randomUUID() + ".partial"));
            Files.delete(partial);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void sizesAndClipsAreKeptApart() {
        DiskFrameCache cache = DiskFrameCache.open(folder, PLENTY);
        StampedClip clip = StampedClip.of("a", 8);
        assertThat(cache.frames(clip, FIRST_TWO, 4).width()).isEqualTo(4);
        assertThat(cache.frames(clip, FIRST_TWO, 8).width()).isEqualTo(8);
        cache.frames(StampedClip.of("b", 8), FIRST_TWO, 4);
        assertThat(clip.decoded()).hasValue(2);
    }

    @Test
    void aClipWithoutFingerprintIsDecodedEachTime() {
        DiskFrameCache cache = DiskFrameCache.open(folder, PLENTY);
        CountingClip clip = CountingClip.of("a", 8);
        cache.frames(clip, FIRST_TWO, 4);
        cache.frames(clip, FIRST_TWO, 4);
        assertThat(clip.decoded()).hasValue(2);
        assertThat(cache.heldBytes()).isZero();
    }

    @Test
    void aCacheInMemoryLooksOnDiskBeforeItDecodes() {
        StampedClip clip = StampedClip.of("a", 8);
        DiskFrameCache disk = DiskFrameCache.open(folder, PLENTY);
        FrameCache.ofBytes(1000).over(disk).frames(clip, FIRST_TWO, 4);
        FrameCache.ofBytes(1000).over(disk).frames(clip, FIRST_TWO, 4);
        assertThat(clip.decoded()).hasValue(1);
    }

    @Test
    void threadsShareAFolder() {
        List<DiskFrameCache> caches =
                List.of(
                        DiskFrameCache.open(folder, 20 * ENTRY),
                        DiskFrameCache.open(folder, 20 * ENTRY));
        IntStream.range(0, 400)
                .parallel()
                .forEach(i -> DiskCacheUser.use(caches.get(i % 2), new Random(i)));
        assertThat(caches.get(0).heldBytes()).isBetween(1L, 20 * ENTRY);
        assertThat(caches.get(0).damagedEntries() + caches.get(1).damagedEntries()).isZero();
    }

    @Test
    void processesShareAFolder() throws Exception {
        List<Process> users = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            users.add(DiskCacheUser.start(folder, 20 * ENTRY, i));
        }
        for (Process user : users) {
            assertThat(user.waitFor(60, TimeUnit.SECONDS)).isTrue();
            String said = new String(user.getInputStream().readAllBytes());
            assertThat(said).contains("500 right, 0 damaged");
            assertThat(user.exitValue()).isZero();
        }
        assertThat(DiskFrameCache.open(folder, 20 * ENTRY).heldBytes()).isBetween(1L, 20 * ENTRY);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(f -> f.toString().endsWith(CacheStore.PARTIAL));
        }
    }

    @Test
    void aFolderThatCannotBeMadeAndALimitOfNothingAreRefused() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> DiskFrameCache.open(file.resolve("cache"), PLENTY))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("another folder");
        assertThatIllegalArgumentException().isThrownBy(() -> DiskFrameCache.open(folder, 0));
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".frames")).toList();
        }
    }
}
