package io.github.alprolab.datasets.survey;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipSource;
import io.github.alprolab.datasets.survey.ClipQuestions.Answer;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * What is known of some clips without reading one twice: how long they are, and why others cannot
 * be read.
 *
 * @param lengths of the clips that can be read, in their order
 * @param unreadable why others cannot, in their order
 * @param unknown clips that were not asked
 */
public record ClipSurvey(List<Length> lengths, List<ClipException> unreadable, int unknown) {
    public ClipSurvey {
        lengths = List.copyOf(lengths);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Of one clip.
     *
     * @param frames pictures, at least 1
     * @param seconds above 0
     */
    public record Length(int frames, double seconds) {
        static Length of(ClipSource clip) {
            return new Length(clip.frameCount(), clip.frameCount() / clip.framesPerSecond());
        }
    }

    /**
     * Asks clips on all processors. Videos that nobody has opened before are decoded for that; the
     * index of videos has the others.
     *
     * @param enough no more clips are asked once this is true
     * @param answered is told how many clips are done
     * @throws IllegalStateException if the thread is interrupted
     */
    public static ClipSurvey of(
            List<ClipSource> clips, BooleanSupplier enough, IntConsumer answered) {
        int threads = Runtime.getRuntime().availableProcessors();
        List<Answer<Length>> answers =
                ClipQuestions.ask(clips, threads, Length::of, enough, answered);
        List<Length> lengths =
                answers.stream().map(Answer::value).flatMap(Optional::stream).toList();
        List<ClipException> faults =
                answers.stream().map(Answer::fault).flatMap(Optional::stream).toList();
        return new ClipSurvey(lengths, faults, clips.size() - lengths.size() - faults.size());
    }

    /** The clips of both. */
    public ClipSurvey and(ClipSurvey other) {
        return new ClipSurvey(
                Stream.of(lengths, other.lengths).flatMap(List::stream).toList(),
                Stream.of(unreadable, other.unreadable).flatMap(List::stream).toList(),
                unknown + other.unknown);
    }

    /** All clips. */
    public int clips() {
        return lengths.size() + unreadable.size() + unknown;
    }
}
