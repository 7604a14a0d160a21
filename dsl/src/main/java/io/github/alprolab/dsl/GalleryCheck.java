package io.github.alprolab.dsl;

import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.check.CostLine;
import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.check.GalleryChecks;
import io.github.alprolab.dsl.check.Report;
import io.github.alprolab.dsl.show.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Looks at clips, model, engine and folder before anything is embedded. */
final class GalleryCheck {
    private final Embedding embedding;

    GalleryCheck(Embedding embedding) {
        this.embedding = embedding;
    }

    Report report() {
        Checkpoint checkpoint = embedding.checkpoint();
        AlproConfig config = checkpoint.manifest().config();
        List<Finding> findings = new ArrayList<>();
        findings.add(GalleryChecks.model(checkpoint.misfit(), checkpoint.toString()));
        findings.add(GalleryChecks.patches(embedding.clips().size(), config.video().patch()));
        findings.add(GalleryChecks.frames(embedding.clips().frames(), config.video().frames()));
        findings.add(advised("C51", embedding.engine() + " is here", embedding.engine()::engine));
        findings.add(advised("C50", "the clips lie in files", embedding.clips()::rows));
        List<CostLine> costs = Report.passes(findings) ? costs(config) : List.of();
        return new Report("Gallery", findings, costs);
    }

    private static Finding advised(String code, String fine, Supplier<?> asked) {
        try {
            asked.get();
            return GalleryChecks.fine(code, fine);
        } catch (AdviceException e) {
            return Finding.of(e);
        }
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
