package io.github.alprolab.datasets.survey;

import io.github.alprolab.datasets.ClipException;
import io.github.alprolab.datasets.ClipSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Asks many clips the same on several threads; one that cannot be read is an answer too. */
final class ClipQuestions {
    private ClipQuestions() {}

    /**
     * One clip's answer.
     *
     * @param value none where the clip cannot be read, or was not asked
     * @param fault why it cannot be read
     */
    record Answer<T>(Optional<T> value, Optional<ClipException> fault) {
        static <T> Answer<T> of(T value) {
            return new Answer<>(Optional.of(value), Optional.empty());
        }

        static <T> Answer<T> of(ClipException fault) {
            return new Answer<>(Optional.empty(), Optional.of(fault));
        }

        static <T> Answer<T> none() {
            return new Answer<>(Optional.empty(), Optional.empty());
        }
    }

    /**
     * The answers in the order of the clips.
     *
     * @param threads ask at once, at least 1
     * @param enough no more clips are asked once this is true
     * @param answered is told how many clips are done
     * @throws IllegalStateException if the thread is interrupted, or a clip throws anything but
     *     {@link ClipException}
     */
    static <T> List<Answer<T>> ask(
            List<ClipSource> clips,
            int threads,
            Function<ClipSource, T> question,
            BooleanSupplier enough,
            IntConsumer answered) {
        ExecutorService workers = Executors.newFixedThreadPool(threads, ClipQuestions::daemon);
        try {
            List<Future<Answer<T>>> asked = new ArrayList<>();
            clips.forEach(c -> asked.add(workers.submit(() -> answer(c, question, enough))));
            List<Answer<T>> answers = new ArrayList<>();
            for (Future<Answer<T>> future : asked) {
                answers.add(await(future));
                answered.accept(answers.size());
            }
            return answers;
        } finally {
            workers.shutdownNow();
        }
    }

    private static <T> Answer<T> answer(
            ClipSource clip, Function<ClipSource, T> question, BooleanSupplier enough) {
        if (enough.getAsBoolean()) {
            return Answer.none();
        }
        try {
            return Answer.of(question.apply(clip));
        } catch (ClipException e) {
            return Answer.of(e);
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("checking the clips was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a clip could not be checked", e.getCause());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "clip-check");
        thread.setDaemon(true);
        return thread;
    }
}
