package io.github.alprolab.dsl;

import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.augmentation.Augmentation;
import io.github.alprolab.datasets.cache.FrameCache;
import io.github.alprolab.dsl.embedding.FoundClip;
import io.github.alprolab.dsl.embedding.GalleryRecord;
import io.github.alprolab.dsl.embedding.GallerySearch;
import io.github.alprolab.dsl.embedding.OpenGallery;
import io.github.alprolab.dsl.figure.Strip;
import io.github.alprolab.dsl.figure.StripSheet;
import io.github.alprolab.dsl.figure.Verdict;
import io.github.alprolab.dsl.show.Numbers;
import java.util.List;
import java.util.Optional;

/** Filmstrips of what was found in a gallery; each is read from its file when it is drawn. */
final class GallerySheet {
    private static final FrameCache NONE = FrameCache.ofBytes(0);

    private final OpenGallery open;
    private final GallerySearch how;

    GallerySheet(OpenGallery open, GallerySearch how) {
        this.open = open;
        this.how = how;
    }

    /**
     * @param asked what was looked for, in words
     * @param text that marks the clips whose caption it is; empty for none
     */
    StripSheet of(String asked, String text, List<FoundClip> found) {
        boolean known = found.stream().anyMatch(f -> hasText(f, text));
        double temperature = text.isEmpty() ? 1 : open.temperature();
        return new StripSheet(
                "%s · best %d of %s clips · %s"
                        .formatted(
                                asked,
                                found.size(),
                                Numbers.whole(open.searched()),
                                open.order(how)),
                found.stream().map(f -> strip(f, verdict(f, text, known), temperature)).toList());
    }

    private static Verdict verdict(FoundClip found, String text, boolean known) {
        return known ? hasText(found, text) ? Verdict.RIGHT : Verdict.WRONG : Verdict.OPEN;
    }

    private static boolean hasText(FoundClip found, String text) {
        return !text.isEmpty() && found.row().caption().strip().equalsIgnoreCase(text.strip());
    }

    private Strip strip(FoundClip found, Verdict verdict, double temperature) {
        GalleryRecord record = open.record();
        Pair pair = found.row().pair();
        Clip clip = new Clip(pair, record.frames(), record.size(), () -> NONE, Augmentation.none());
        return clip.strip(verdict, Optional.of(score(found, temperature)));
    }

    private static Strip.Score score(FoundClip found, double temperature) {
        if (found.match().isPresent()) {
            double odds = found.match().getAsDouble();
            return new Strip.Score(1 / (1 + Math.exp(-odds)), "VTM " + Numbers.decimals(odds, 2));
        }
        double share = Math.max(0, Math.min(1, found.cosine()));
        return new Strip.Score(share, Numbers.decimals(found.cosine() / temperature, 2));
    }
}
