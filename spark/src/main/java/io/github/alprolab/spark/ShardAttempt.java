package io.github.alprolab.spark;

import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.shard.ShardDone;
import java.io.Serializable;

/**
 * What a task brings back: a finished shard, or the advice that ended it.
 *
 * @param shard null where there is advice
 * @param code of the advice, empty where there is none
 */
record ShardAttempt(ShardDone shard, String code, String text, String fix) implements Serializable {
    static ShardAttempt done(ShardDone shard) {
        return new ShardAttempt(shard, "", "", "");
    }

    static ShardAttempt refused(AdviceException e) {
        return new ShardAttempt(null, e.code(), e.text(), e.fix());
    }

    /** The shard. */
    ShardDone orThrow() {
        if (shard == null) {
            throw new AdviceException(code, text, fix);
        }
        return shard;
    }
}
