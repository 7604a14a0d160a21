package io.github.alprolab.dsl.shard;

import java.util.List;

/** All cores of this process: one model, shard after shard. */
public final class LocalEngine implements ShardEngine {
    @Override
    public void run(List<ShardWork> works, ShardNews news) {
        for (ShardWork work : works) {
            if (news.stopRequested()) {
                return;
            }
            ShardWorker.run(work, news::stopRequested).ifPresent(news::done);
        }
    }

    @Override
    public void close() {
        ShardWorker.close();
    }
}
