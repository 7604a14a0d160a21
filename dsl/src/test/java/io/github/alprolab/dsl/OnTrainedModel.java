package io.github.alprolab.dsl;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests of one tiny model, which is trained before the first of them. */
public abstract class OnTrainedModel {
    @TempDir protected static Path folder;
    protected static TrainedOnce trained;

    @BeforeAll
    static void train() {
        trained = TrainedOnce.in(folder);
    }

    @AfterAll
    static void forget() {
        TrainedOnce.forget();
    }
}
