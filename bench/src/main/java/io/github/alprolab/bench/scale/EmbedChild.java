package io.github.alprolab.bench.scale;

import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.sprites.MovingSprites;
import io.github.alprolab.dsl.Checkpoint;
import io.github.alprolab.dsl.Datasets;
import io.github.alprolab.dsl.Engine;
import io.github.alprolab.dsl.Gallery;
import io.github.alprolab.dsl.Pairs;

/** A driver: makes the gallery that is asked for, in a process that can be killed. */
public final class EmbedChild {
    private EmbedChild() {}

    /** Takes clips, shard size, folder, and the master or «engine» for this process alone. */
    public static void main(String[] arguments) {
        int clips = Integer.parseInt(arguments[0]);
        MovingSprites sprites =
                Datasets.movingSprites()
                        .clips(Split.TRAIN, clips)
                        .clips(Split.VALIDATION, 0)
                        .clips(Split.TEST, 0);
        Pairs pairs = Pairs.of(sprites).frames(4).size(64);
        Engine engine = arguments[3].equals("engine") ? Engine.local() : Engine.spark(arguments[3]);
        pairs.all(); // renders what was never rendered, which is no part of an engine's time
        long start = System.nanoTime();
        Gallery.of(pairs)
                .from(Checkpoint.shipped("sprites-tiny"))
                .engine(engine)
                .into(arguments[2])
                .shard(Integer.parseInt(arguments[1]))
                .embed();
        System.out.printf("embedded in %.2f s%n", (System.nanoTime() - start) / 1e9);
    }
}
