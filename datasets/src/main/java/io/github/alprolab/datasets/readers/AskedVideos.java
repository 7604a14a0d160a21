package io.github.alprolab.datasets.readers;

import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.Question;
import io.github.alprolab.datasets.QuestionDataset;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.VideoQuestion;
import io.github.alprolab.datasets.file.Digest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private final VideoAnnotations<Question> questions;

    /** One for each video, so that a video that was opened stays open for all its questions. */
    private final Map<String, FileClip> clips = new ConcurrentHashMap<>();

    private AskedVideos(VideoAnnotations<Question> questions) {
        this.questions = questions;
    }

    /**
     * Without questions yet.
     *
     * @param name what reports call it
     */
    public static AskedVideos of(String name, VideoFolder videos) {
        return new AskedVideos(VideoAnnotations.none(name, videos, Question::video));
    }

    /**
     * With the questions of a split in place of those it had; closes the stream.
     *
     * @throws AnnotationException when two questions have one id
     */
    public AskedVideos split(Split split, Stream<Question> rows) {
        List<Question> all;
        try (rows) {
            all = rows.toList();
        }
        requireIds(split, all);
        return new AskedVideos(questions.split(split, all));
    }

    private void requireIds(Split split, List<Question> rows) {
        Set<String> ids = new HashSet<>();
        for (Question question : rows) {
            if (!ids.add(question.id())) {
                throw new AnnotationException(
                        questions.videos().folder().toString(),
                        "two questions of %s in %s have the id %s; give each its own, or none"
                                .formatted(split, name(), Row.shown(question.id())));
            }
        }
    }

    /** With the call that a notebook reads it by, which {@link #toString} gives. */
    public AskedVideos readBy(String call) {
        return new AskedVideos(questions.readBy(call));
    }

    /**
     * Without questions whose video is not in the folder; {@link #missing} names the videos. For
     * evaluation this changes what a published number means.
     */
    public AskedVideos presentOnly() {
        return new AskedVideos(questions.ofPresent());
    }

    @Override
    public String name() {
        return questions.name();
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
        return questions.usable(split, "questions").stream()
                .flatMap(row -> asked(split, row).stream())
                .toList();
    }

    /** Videos of a split that the folder does not hold. */
    public List<String> missing(Split split) {
        return questions.missing(split);
    }

    private Optional<VideoQuestion> asked(Split split, Question row) {
        return clip(row.video()).map(clip -> new VideoQuestion(split, row, clip));
    }

    private Optional<ClipSource> clip(String video) {
        return Optional.ofNullable(
                clips.computeIfAbsent(
                        video,
                        key ->
                                questions
                                        .videos()
                                        .find(key)
                                        .map(file -> new FileClip(key, file))
                                        .orElse(null)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AskedVideos that && questions.equals(that.questions);
    }

    @Override
    public int hashCode() {
        return questions.hashCode();
    }

    /** The code of a notebook that reads it; without one what it is. */
    @Override
    public String toString() {
        return questions.written("AskedVideos");
    }
}
