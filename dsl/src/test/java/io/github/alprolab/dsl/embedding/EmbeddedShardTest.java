package io.github.alprolab.dsl.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.checkpoint.PositionRule;
import io.github.alprolab.alpro.retrieval.RetrievalInput;
import io.github.alprolab.alpro.trained.ModelFile;
import io.github.alprolab.datasets.parquet.ClipRow;
import io.github.alprolab.dsl.shard.ShardDone;
import io.github.alprolab.dsl.shard.ShardModel;
import io.github.alprolab.dsl.shard.ShardWorker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two attempts at one shard, of clips that are missing, so that no model is asked. */
class EmbeddedShardTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    @TempDir Path folder;

    @Test
    void anAttemptThatComesSecondLeavesTheFinishedFileAlone() throws IOException {
        EmbeddedShard work = work();
        AtomicBoolean first = new AtomicBoolean(true);

        ShardDone late =
                ShardWorker.run(
                                work,
                                () -> {
                                    if (first.getAndSet(false)) {
                                        assertThat(ShardWorker.run(work).already()).isFalse();
                                        touch(work.file());
                                    }
                                    return false;
                                })
                        .orElseThrow();

        assertThat(late.already()).isTrue();
        assertThat(late.failed()).isEqualTo(2);
        assertThat(Files.getLastModifiedTime(work.file())).isEqualTo(LONG_AGO);
    }

    private EmbeddedShard work() {
        List<ClipRow> rows = List.of(missing("one"), missing("two"));
        RetrievalInput input = new RetrievalInput(4, 64, 8, PositionRule.GRID);
        ShardModel none = ShardModel.of(ModelFile.of(Path.of("no-model")), "0".repeat(64), input);
        return new EmbeddedShard(none, 8, folder.toString(), 0, rows);
    }

    private ClipRow missing(String id) {
        return new ClipRow(id, folder.resolve(id + ".mp4").toString(), 0, 0, id);
    }

    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, LONG_AGO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
