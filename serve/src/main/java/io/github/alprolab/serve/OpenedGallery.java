package io.github.alprolab.serve;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.gallery.FrameStrip;
import io.github.alprolab.datasets.parquet.ClipRow;
import io.github.alprolab.dsl.embedding.FoundClip;
import io.github.alprolab.dsl.embedding.GallerySearch;
import io.github.alprolab.dsl.embedding.OpenGallery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A gallery of a folder. Clips get their rows as they are first found. */
final class OpenedGallery implements SearchedGallery {
    /** Edge of a frame in pixels. */
    private static final int SIDE = 160;

    private static final Random UNUSED = new Random(0);

    private final OpenGallery open;
    private final List<ClipRow> rows = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    private OpenedGallery(OpenGallery open) {
        this.open = open;
    }

    static OpenedGallery of(String folder) {
        return new OpenedGallery(new OpenGallery(Path.of(folder).toAbsolutePath().normalize()));
    }

    @Override
    public String name() {
        return open.folder().getFileName().toString();
    }

    @Override
    public int clips() {
        return open.searched();
    }

    @Override
    public List<Hit> search(String text, int most) {
        return open.search(text, most, GallerySearch.exact()).stream().map(this::hit).toList();
    }

    private Hit hit(FoundClip found) {
        ClipRow row = found.row();
        return new Hit(number(row), row.id(), row.caption(), found.cosine());
    }

    private synchronized int number(ClipRow row) {
        return numbers.computeIfAbsent(
                row.id(),
                id -> {
                    rows.add(row);
                    return rows.size() - 1;
                });
    }

    private synchronized ClipRow row(int number) {
        if (number >= rows.size()) {
            throw new RefusedException(404, "No search has found this clip yet; search first.");
        }
        return rows.get(number);
    }

    @Override
    public byte[] strip(int number) {
        ClipSource clip = row(number).pair().clip();
        try {
            int count = open.record().frames();
            int[] even = FrameSampling.uniform().indices(clip.frameCount(), count, UNUSED);
            return FrameStrip.jpeg(clip.frames(even, SIDE));
        } catch (ClipException e) {
            throw new RefusedException(404, "The clip cannot be read any more: " + e.fault() + ".");
        }
    }
}
