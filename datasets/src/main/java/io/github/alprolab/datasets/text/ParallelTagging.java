package io.github.alprolab.datasets.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Tags captions on all processors and collects what they say about nouns. Portions are joined in
 * the order of the captions, so that the result is the same on every machine; a few portions are in
 * memory at a time. To be used by one thread.
 */
public final class ParallelTagging implements AutoCloseable {
    private static final int PORTION = 1000;

    private final int threads = Runtime.getRuntime().availableProcessors();
    private final ExecutorService workers = Executors.newFixedThreadPool(threads, this::worker);
    private final ThreadLocal<SentenceTagger> tagger = ThreadLocal.withInitial(SentenceTagger::new);
    private final Deque<Future<NounEvidence>> running = new ArrayDeque<>();
    private final NounEvidence evidence;
    private List<String> portion = new ArrayList<>();
    private long captions;

    /**
     * @param mostWords distinct words kept
     */
    public ParallelTagging(int mostWords) {
        evidence = new NounEvidence(mostWords);
    }

    /** Takes in one caption; waits when the processors cannot keep up. */
    public void add(String caption) {
        captions++;
        portion.add(caption);
        if (portion.size() == PORTION) {
            submit();
        }
    }

    /** All evidence, once everything that was added is tagged. */
    public NounEvidence finish() {
        submit();
        while (!running.isEmpty()) {
            join();
        }
        return evidence;
    }

    /** Captions taken in. */
    public long captions() {
        return captions;
    }

    private void submit() {
        List<String> some = portion;
        portion = new ArrayList<>();
        running.add(workers.submit(() -> tag(some)));
        if (running.size() > 2 * threads) {
            join();
        }
    }

    private NounEvidence tag(List<String> some) {
        NounEvidence part = new NounEvidence(Integer.MAX_VALUE);
        some.forEach(caption -> part.add(tagger.get().tag(caption)));
        return part;
    }

    private void join() {
        try {
            evidence.add(running.remove().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("mining of nouns was interrupted; run it again", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("captions cannot be tagged: " + e.getCause(), e);
        }
    }

    private Thread worker(Runnable work) {
        Thread thread = new Thread(work, "noun-tagging");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
