package io.github.alprolab.dsl.embedding;

import io.github.alprolab.datasets.parquet.EmbeddedClip;
import io.github.alprolab.datasets.parquet.FeatureFile;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.shard.ShardDone;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a shard's file is there, whole, and made by the same model of the same clips. */
final class FinishedShard {
    private FinishedShard() {}

    /**
     * None where it has to be made: because it is missing, or is damaged and is made anew.
     *
     * @throws AdviceException C50 where it was made of something else
     */
    static Optional<ShardDone> of(EmbeddedShard work) {
        if (!Files.exists(work.file())) {
            return Optional.empty();
        }
        try {
            Map<String, String> found = FeatureFile.about(work.file());
            work.about().forEach((key, value) -> require(work, key, value, found.get(key)));
            List<EmbeddedClip> clips = FeatureFile.read(work.file());
            return Optional.of(new ShardDone(work.number(), clips.size(), failed(clips), true, 0));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static int failed(List<EmbeddedClip> clips) {
        return (int) clips.stream().filter(c -> !c.read()).count();
    }

    private static void require(EmbeddedShard work, String key, String wanted, String found) {
        if (!wanted.equals(found)) {
            throw new AdviceException(
                    "C50",
                    "%s was made with another %s than asked for now (%.12s, not %.12s); they are not mixed."
                            .formatted(
                                    work.file(),
                                    key.substring(key.indexOf('.') + 1),
                                    found,
                                    wanted),
                    "Gallery.of(clips).from(checkpoint).into(\"another-folder\").embed()");
        }
    }
}
