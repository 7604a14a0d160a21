package io.github.alprolab.datasets.readers;

import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Question;
import io.github.alprolab.datasets.QuestionDataset;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.VideoQuestion;
import io.github.alprolab.datasets.file.Digest;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Questions joined with the videos of a folder. A value: each edit returns a copy.
 *
 * <pre>{@code
 * AskedVideos.of("mine", VideoFolder.of(Path.of("videos")))
 *         .split(Split.TEST, QuestionFiles.published(Path.of("test.jsonl")));
 * }</pre>
 */
public final class AskedVideos implements QuestionDataset {
    private final String name;
    private final VideoFolder videos;
    private final Map<Split, List<Question>> questions;
    private final boolean presentOnly;

    /** The call that read it; empty where it was put together by hand. */
    private final String code;

    /** One for each video, so that a video that was opened stays open for all its questions. */
    private final Map<String, FileClip> clips = new ConcurrentHashMap<>();

    private AskedVideos(
            String name,
            VideoFolder videos,
            Map<Split, List<Question>> questions,
            boolean presentOnly,
            String code) {
        this.name = name;
        this.videos = videos;
        this.questions = Map.copyOf(questions);
        this.presentOnly = presentOnly;
        this.code = code;
    }

    /**
     * Without questions yet.
     *
     * @param name what reports call it
     */
    public static AskedVideos of(String name, VideoFolder videos) {
        return new AskedVideos(name, videos, Map.of(), false, "");
    }

    /**
     * With the questions of a split in place of those it had; closes the stream.
     *
     * @throws AnnotationException when two questions have one id
     */
    public AskedVideos split(Split split, Stream<Question> rows) {
        Map<Split, List<Question>> changed = new EnumMap<>(Split.class);
        changed.putAll(questions);
        try (rows) {
            changed.put(split, rows.toList());
        }
        requireIds(split, changed.get(split));
        return new AskedVideos(name, videos, changed, presentOnly, "");
    }

    private void requireIds(Split split, List<Question> rows) {
        Set<String> ids = new HashSet<>();
        for (Question question : rows) {
            if (!ids.add(question.id())) {
                throw new AnnotationException(
                        videos.folder().toString(),
                        "two questions of %s in %s have the id %s; give each its own, or none"
                                .formatted(split, name, Row.shown(question.id())));
            }
        }
    }

    /** With the call that a notebook reads it by, which {@link #toString} gives. */
    public AskedVideos readBy(String call) {
        return new AskedVideos(name, videos, questions, presentOnly, call);
    }

    /**
     * Without questions whose video is not in the folder; {@link #missing} names the videos. For
     * evaluation this changes what a published number means.
     */
    public AskedVideos presentOnly() {
        return new AskedVideos(name, videos, questions, true, code);
    }

    @Override
    public String name() {
        return name;
    }

    /** Over the questions with their answers, and name and size of every video. */
    @Override
    public String hash() {
        Digest sum = Digest.sha256();
        for (Split split : Split.values()) {
            for (VideoQuestion asked : asked(split)) {
                Question question = asked.question();
                sum.add(split.name()).add(question.id()).add(question.video());
                sum.add(question.text()).add(question.answer()).add(question.type().name());
                sum.add(Long.toString(((FileClip) asked.clip()).bytes()));
            }
        }
        return sum.hex();
    }

    /**
     * The questions of a split in the order of the annotations.
     *
     * @throws AnnotationException when a video is missing and {@link #presentOnly} was not chosen
     */
    @Override
    public List<VideoQuestion> asked(Split split) {
        List<String> missing = missing(split);
        if (!missing.isEmpty() && !presentOnly) {
            throw MissingVideos.refused(
                    name,
                    videos.folder(),
                    split,
                    missing,
                    videosOf(split).count(),
                    "questions",
                    code);
        }
        return of(split).stream().flatMap(row -> asked(split, row).stream()).toList();
    }

    /** Videos of a split that the folder does not hold. */
    public List<String> missing(Split split) {
        return videosOf(split).filter(video -> clip(video).isEmpty()).toList();
    }

    private Stream<String> videosOf(Split split) {
        return of(split).stream().map(Question::video).distinct();
    }

    private List<Question> of(Split split) {
        return questions.getOrDefault(split, List.of());
    }

    private Optional<VideoQuestion> asked(Split split, Question row) {
        return clip(row.video()).map(clip -> new VideoQuestion(split, row, clip));
    }

    private Optional<ClipSource> clip(String video) {
        return Optional.ofNullable(
                clips.computeIfAbsent(
                        video,
                        key -> videos.find(key).map(file -> new FileClip(key, file)).orElse(null)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AskedVideos that
                && name.equals(that.name)
                && videos.folder().equals(that.videos.folder())
                && questions.equals(that.questions)
                && presentOnly == that.presentOnly;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, videos.folder(), questions.keySet(), presentOnly);
    }

    /** The code of a notebook that reads it; without one what it is. */
    @Override
    public String toString() {
        return code.isEmpty()
                ? "AskedVideos[" + name + ", " + videos.folder() + "]"
                : code + (presentOnly ? ".presentOnly()" : "");
    }
}
