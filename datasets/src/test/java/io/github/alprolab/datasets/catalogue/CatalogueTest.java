package io.github.alprolab.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    @TempDir Path place;

    @Test
    void everyDataSetSaysWhatItHoldsUnderWhichLicenceAndWhereItIs() {
        assertThat(Catalogue.entries())
                .extracting(CatalogueEntry::name)
                .containsExactly(
                        "MSRVTT",
                        "DiDeMo",
                        "MSVD",
                        "LSMDC",
                        "ActivityNet",
                        "VATEX",
                        "TGIF",
                        "MSRVTT-QA",
                        "MSVD-QA",
                        "TGIF-QA",
                        "WebVid-2M",
                        "CC3M");
        assertThat(Catalogue.entries())
                .allSatisfy(
                        entry -> {
                            assertThat(entry.content()).matches(".*\\d.*");
                            assertThat(entry.licence()).isNotBlank();
                            assertThat(entry.source()).startsWith("http");
                            assertThat(entry.dsl()).contains("(");
                            entry.archives().forEach(archive -> archive.checksum().hex());
                        });
    }

    @Test
    void tellsWhatIsOnTheDisk() throws IOException {
        CatalogueEntry msvd = Catalogue.entries().get(2);
        assertThat(Catalogue.found(msvd, place)).hasToString("nothing");
        Path folder = Files.createDirectories(place.resolve("msvd/videos"));
        Files.createFile(folder.resolve("a.avi"));
        Files.createFile(folder.resolve("b.avi"));
        Files.createFile(folder.resolveSibling("msvd_captions.json"));
        Files.createFile(folder.resolveSibling("YouTubeClips.tar"));
        assertThat(Catalogue.found(msvd, place)).isEqualTo(new Found(2, 1, 1));
    }
}
