package io.github.alprolab.dsl.shard;

/** Is told how far the work is, and says whether to stop. */
public interface ShardNews {
    /** A shard is finished; from any thread, one call at a time. */
    void done(ShardDone shard);

    /** A line that stays. */
    void note(String line);

    /** Whether the user asked to stop; what is not finished then is begun anew the next time. */
    boolean stopRequested();
}
