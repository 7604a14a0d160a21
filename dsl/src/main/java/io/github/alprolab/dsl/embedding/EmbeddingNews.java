package io.github.alprolab.dsl.embedding;

import io.github.alprolab.dsl.progress.Progress;
import io.github.alprolab.dsl.progress.Reading;
import io.github.alprolab.dsl.progress.State;
import io.github.alprolab.dsl.show.Numbers;
import java.util.List;

/** Shows how many clips are embedded, how fast, and how many cannot be read. */
final class EmbeddingNews implements ShardNews {
    private final Progress progress;
    private final int before;
    private final int total;
    private final long start = System.nanoTime();
    private int done;
    private int failed;

    EmbeddingNews(Progress progress, int before, int total) {
        this.progress = progress;
        this.before = before;
        this.total = total;
        this.done = before;
        if (before > 0) {
            progress.note(
                    "%s of %s clips are embedded already"
                            .formatted(Numbers.whole(before), Numbers.whole(total)));
        }
        show();
    }

    @Override
    public synchronized void done(ShardDone shard) {
        done += shard.clips();
        failed += shard.failed();
        show();
    }

    private void show() {
        double seconds = (System.nanoTime() - start) / 1e9;
        double rate = (done - before) / seconds;
        double left = done == before ? State.ESTIMATING : (total - done) / rate;
        List<Reading> readings =
                List.of(
                        new Reading("clips/s", Numbers.decimals(done == before ? 0 : rate, 0)),
                        new Reading("unreadable", Numbers.whole(failed)));
        progress.show(new State("embedding", "", done, total, "clips", readings, seconds, left));
    }

    @Override
    public void note(String line) {
        progress.note(line);
    }

    @Override
    public boolean stopRequested() {
        return progress.stopRequested();
    }
}
