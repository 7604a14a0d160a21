package io.github.alprolab.dsl.data;

import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.PairDataset;
import io.github.alprolab.datasets.QuestionDataset;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.UnreadableClips;
import io.github.alprolab.datasets.VideoQuestion;
import io.github.alprolab.datasets.cache.FrameCache;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A data set of questions with what is expensive to ask it twice. Its videos are pairs, each with
 * its questions as captions, so that all that is known of pairs and their clips holds of them.
 */
public final class QuestionSource {
    private final QuestionDataset dataset;
    private final int limit;
    private final Map<Split, List<VideoQuestion>> asked;
    private final PairSource videos;

    private QuestionSource(
            QuestionDataset dataset,
            int limit,
            Map<Split, List<VideoQuestion>> asked,
            PairSource videos) {
        this.dataset = dataset;
        this.limit = limit;
        this.asked = asked;
        this.videos = videos;
    }

    /** All questions; FAIL where clips cannot be read. */
    public static QuestionSource of(QuestionDataset dataset) {
        Map<Split, List<VideoQuestion>> asked = new ConcurrentHashMap<>();
        Videos videos = new Videos(dataset, Integer.MAX_VALUE, asked);
        return new QuestionSource(
                dataset, Integer.MAX_VALUE, asked, new PairSource(List.of(videos)));
    }

    /** The first questions of each split. */
    public QuestionSource limit(int most) {
        Videos fewer = new Videos(dataset, most, asked);
        return new QuestionSource(dataset, most, asked, videos.insteadOf(fewer));
    }

    /** With another policy for clips that cannot be read. */
    public QuestionSource unreadable(UnreadableClips policy) {
        return new QuestionSource(dataset, limit, asked, videos.unreadable(policy));
    }

    /** With decoded frames kept on disk, up to a limit in GiB. */
    public QuestionSource cacheOnDisk(double gibibytes) {
        return new QuestionSource(dataset, limit, asked, videos.cacheOnDisk(gibibytes));
    }

    /** What was given. */
    public QuestionDataset dataset() {
        return dataset;
    }

    /** The questions of a split, whether or not their clips can be read. */
    public List<VideoQuestion> given(Split split) {
        return first(dataset, split, limit, asked);
    }

    /** Those that are used: all, or those whose clips can be read where the others are skipped. */
    public List<VideoQuestion> used(Split split) {
        if (videos.unreadable() != UnreadableClips.SKIP) {
            return given(split);
        }
        Set<String> sound =
                usedVideos(split).stream().map(Pair::id).collect(Collectors.toUnmodifiableSet());
        return given(split).stream().filter(q -> sound.contains(q.clip().id())).toList();
    }

    /** The videos of a split with their questions. */
    public List<Pair> givenVideos(Split split) {
        return videos.given(split, Integer.MAX_VALUE);
    }

    /** Those of them that are used. */
    public List<Pair> usedVideos(Split split) {
        return videos.used(split, Integer.MAX_VALUE);
    }

    /** Hex SHA-256 of what the data is made from. */
    public String hash() {
        return videos.hash();
    }

    /** Of decoded frames. */
    public FrameCache cache() {
        return videos.cache();
    }

    private static List<VideoQuestion> first(
            QuestionDataset dataset,
            Split split,
            int limit,
            Map<Split, List<VideoQuestion>> asked) {
        return asked.computeIfAbsent(split, key -> PairSource.asked(dataset, key)).stream()
                .limit(limit)
                .toList();
    }

    /** The videos of the first questions of each split. */
    private record Videos(QuestionDataset dataset, int limit, Map<Split, List<VideoQuestion>> asked)
            implements PairDataset {
        @Override
        public String name() {
            return dataset.name();
        }

        @Override
        public String hash() {
            return dataset.hash();
        }

        @Override
        public List<Pair> pairs(Split split) {
            Map<ClipSource, List<String>> texts = new LinkedHashMap<>();
            first(dataset, split, limit, asked)
                    .forEach(
                            q ->
                                    texts.computeIfAbsent(q.clip(), c -> new ArrayList<>())
                                            .add(q.text()));
            return texts.entrySet().stream()
                    .map(
                            e ->
                                    new Pair(
                                            e.getKey().id(),
                                            split,
                                            e.getKey(),
                                            e.getValue(),
                                            Optional.empty()))
                    .toList();
        }
    }
}
