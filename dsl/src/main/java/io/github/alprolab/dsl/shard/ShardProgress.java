package io.github.alprolab.dsl.shard;

import io.github.alprolab.dsl.progress.Progress;
import io.github.alprolab.dsl.progress.Reading;
import io.github.alprolab.dsl.progress.State;
import io.github.alprolab.dsl.show.Numbers;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Shows how much is done, how fast, and how many clips cannot be read. */
final class ShardProgress implements ShardNews {
    private final Progress progress;
    private final BooleanSupplier stop;
    private final Shards.Title title;
    private final int before;
    private final int total;
    private final long start = System.nanoTime();
    private int done;
    private int failed;

    ShardProgress(
            Progress progress, BooleanSupplier stop, Shards.Title title, int before, int total) {
        this.progress = progress;
        this.stop = stop;
        this.title = title;
        this.before = before;
        this.total = total;
        this.done = before;
        if (before > 0) {
            progress.note(
                    "%s of %s %s are %s already"
                            .formatted(
                                    Numbers.whole(before),
                                    Numbers.whole(total),
                                    title.items(),
                                    title.done()));
        }
        show();
    }

    @Override
    public synchronized void done(ShardDone shard) {
        done += shard.items();
        failed += shard.failed();
        show();
    }

    private void show() {
        double seconds = (System.nanoTime() - start) / 1e9;
        double rate = (done - before) / seconds;
        double left = done == before ? State.ESTIMATING : (total - done) / rate;
        List<Reading> readings =
                List.of(
                        new Reading(
                                title.items() + "/s",
                                Numbers.decimals(done == before ? 0 : rate, 0)),
                        new Reading("unreadable", Numbers.whole(failed)));
        progress.show(
                new State(title.doing(), "", done, total, title.items(), readings, seconds, left));
    }

    @Override
    public void note(String line) {
        progress.note(line);
    }

    @Override
    public boolean stopRequested() {
        return stop.getAsBoolean();
    }
}
