package io.github.alprolab.bench.speed;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps the times of steps, those to warm up left out, and says when it is enough. With an input it
 * measures as many steps again for every line that comes, and waits in between, so that another
 * program can take turns.
 */
final class Stopwatch {
    private final int steps;
    private final Optional<BufferedReader> turns;
    private final Consumer<Times> told;
    private final List<Double> seconds = new ArrayList<>();
    private double processor;
    private int warmUp;
    private long mark;

    /**
     * What some steps took.
     *
     * @param seconds of each
     * @param processor seconds of this process on all processors, for all of them
     */
    record Times(List<Double> seconds, double processor) {
        Times {
            seconds = List.copyOf(seconds);
        }
    }

    /**
     * One that has seen nothing.
     *
     * @param steps that are measured
     * @param turns a line for each measurement; empty for one measurement at once
     * @param told hears of every measurement
     */
    Stopwatch(int steps, Optional<BufferedReader> turns, Consumer<Times> told) {
        this.steps = steps;
        this.turns = turns;
        this.told = told;
        this.warmUp = 1 + steps / 3;
    }

    /** Measures a piece of work as one step; false when it is enough. */
    boolean goesOn(Runnable work) {
        mark = processorNanos();
        long start = System.nanoTime();
        work.run();
        return goesOn((System.nanoTime() - start) / 1e9);
    }

    /**
     * Takes a step that was measured and began when the last one ended; false when it is enough.
     */
    boolean goesOn(double step) {
        double busy = (processorNanos() - mark) / 1e9;
        boolean more = warmUp > 0 ? warmed() : measured(step, busy);
        mark = processorNanos();
        return more;
    }

    private boolean warmed() {
        warmUp--;
        return warmUp > 0 || nextTurn();
    }

    private boolean measured(double step, double busy) {
        seconds.add(step);
        processor += busy;
        if (seconds.size() < steps) {
            return true;
        }
        told.accept(new Times(seconds, processor));
        seconds.clear();
        processor = 0;
        return turns.isPresent() && nextTurn();
    }

    private boolean nextTurn() {
        try {
            return turns.isEmpty() || turns.get().readLine() != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
