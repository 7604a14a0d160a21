package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.dsl.check.Checks;
import io.github.alprolab.dsl.check.CostLine;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.check.GalleryChecks;
import io.github.alprolab.dsl.check.Report;
import io.github.alprolab.dsl.show.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Looks at clips, model, engine and folder before anything is embedded. */
final class GalleryCheck {
    private final Embedding embedding;

    GalleryCheck(Embedding embedding) {
        this.embedding = embedding;
    }

    Report report() {
        Checkpoint checkpoint = embedding.checkpoint();
        AlproConfig config = checkpoint.manifest().config();
        VideoConfig trained = config.video();
        GalleryClips clips = embedding.clips();
        List<Finding> findings = new ArrayList<>();
        findings.add(Checks.checkpoint(checkpoint.kind(), checkpoint.epoch(), checkpoint.misfit()));
        findings.add(Checks.framesOfCheckpoint(trained.frames(), clips.frames()));
        findings.add(Checks.sizeOfCheckpoint(trained.imageSize(), clips.size(), trained.patch()));
        findings.add(
                GalleryChecks.had(
                        "C51", embedding.engine() + " is here.", embedding.engine()::engine));
        findings.add(GalleryChecks.had("C50", "The clips lie in files.", clips::rows));
        List<CostLine> costs = Report.passes(findings) ? costs(config) : List.of();
        return new Report("Gallery", findings, costs);
    }

    private List<CostLine> costs(AlproConfig config) {
        long clips = embedding.clips().rows().size();
        long bytes = clips * config.projection() * Float.BYTES;
        return List.of(
                new CostLine("clips", Numbers.whole(clips)),
                new CostLine(
                        "shards",
                        Numbers.whole((clips + embedding.shard() - 1) / embedding.shard())),
                new CostLine(
                        "features", Numbers.bytes(bytes) + " on disk, and in memory to search"),
                new CostLine("folder", embedding.folder().toString()));
    }
}
