package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A run as a folder for others. */
class PublicationTest extends OnTrainedModel {
    private Path published(String name) {
        return Runs.publish(Runs.latest("student"), folder.resolve(name));
    }

    /** What the weights say of some clips and captions. */
    private static String compared(Checkpoint weights) {
        try (Model model = weights.model()) {
            return model.similarity(trained.test().sample(4)).table().toString();
        }
    }

    @Test
    void itsWeightsAndItsRecordOpenWithTheSameFigures() {
        Path there = published("one");

        assertThat(compared(Checkpoint.load(there.resolve("model.safetensors"))))
                .isEqualTo(compared(trained.checkpoint()));
        assertThat(Runs.open(there.resolve("run.zip")).metrics().toString())
                .isEqualTo(Runs.latest("student").metrics().toString());
        assertThat(there.resolve("curves.svg")).isNotEmptyFile();
    }

    @Test
    void theCardSaysWhatItIsWithItsFiguresItsCodeAndItsData() throws IOException {
        String card = Files.readString(published("two").resolve("MODEL_CARD.md"));

        assertThat(card)
                .startsWith("---\nlibrary_name: alprolab\n")
                .contains("# student", "width 32", "moving sprites", "| VALIDATION |")
                .contains("Experiment.pretraining(\"student\")")
                .doesNotContain("%s");
    }

    @Test
    void theNotebookIsWellFormedAndOpensBoth() throws IOException {
        JsonNode notebook =
                new ObjectMapper().readTree(published("three").resolve("notebook.ipynb").toFile());

        assertThat(notebook.path("nbformat").asInt()).isEqualTo(4);
        assertThat(notebook.path("metadata").path("kernelspec").path("name").asText())
                .isEqualTo("alpro");
        assertThat(notebook.path("cells"))
                .anySatisfy(
                        cell -> {
                            assertThat(cell.path("source").asText()).contains("run.zip");
                            assertThat(cell.path("execution_count").isNull()).isTrue();
                        })
                .allSatisfy(cell -> assertThat(cell.path("id").asText()).startsWith("cell-"));
    }

    @Test
    void aRetrievalIsPublishedWithTheModelThatItMeasured() {
        Path there = Runs.publish(trained.retrieval().run(), folder.resolve("four"));

        assertThat(compared(Checkpoint.load(there.resolve("model.safetensors"))))
                .isEqualTo(compared(trained.checkpoint()));
        assertThat(there.resolve("curves.svg")).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeMadeIsRefusedInWords() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThatThrownBy(() -> Runs.publish(Runs.latest("student"), file.resolve("inside")))
                .hasMessageContaining("cannot be published");
    }
}
