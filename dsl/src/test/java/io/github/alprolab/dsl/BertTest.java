package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.check.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encoders that start as a pretrained BERT. */
class BertTest {
    @TempDir Path folder;

    @Test
    void itIsPartOfTheEncodersTheirCodeAndTheirIdentity() {
        Encoders plain = Encoders.base();
        Encoders with = plain.text(Bert.pretrained());
        assertThat(plain.bert()).isEmpty();
        assertThat(with.bert()).contains(Bert.pretrained());
        assertThat(with).hasToString("Encoders.base().text(Bert.pretrained())");
        assertThat(with.projection(128).text(t -> t.dropout(0)).bert()).isPresent();
        assertThat(with).isNotEqualTo(plain);
        assertThat(with.settings().get("bert")).asString().endsWith("H-768-A-12:1.0.0");
        assertThat(plain.settings()).doesNotContainKey("bert");
    }

    @Test
    void whereTheJarLiesChangesNoResult() {
        Encoders here = Encoders.base().text(Bert.pretrained(folder.resolve("a.jar")));
        assertThat(here.settings()).isEqualTo(Encoders.base().text(Bert.pretrained()).settings());
        assertThat(here).asString().contains("Bert.pretrained(Path.of(\"");
    }

    @Test
    void encodersOfOtherSizesAreRefusedBeforeTheTraining() {
        for (Encoders other :
                new Encoders[] {
                    Encoders.tiny(), Encoders.base().width(770), Encoders.base().fusionLayers(5)
                }) {
            Finding finding = Bert.pretrained().check(other);
            assertThat(finding.level()).isEqualTo(Level.FAULT);
            assertThat(finding.fix()).contains("Encoders.base().text(Bert.pretrained())");
        }
    }

    @Test
    void aFileThatIsNotThereIsRefusedAndOneThatIsIsTaken() throws IOException {
        Path jar = folder.resolve("bert.jar");
        assertThat(Bert.pretrained(jar).check(Encoders.base()).level()).isEqualTo(Level.FAULT);
        Files.createFile(jar);
        assertThat(Bert.pretrained(jar).check(Encoders.base()).level()).isEqualTo(Level.FINE);
        assertThat(Bert.pretrained(jar).jar()).isEqualTo(jar);
    }
}
