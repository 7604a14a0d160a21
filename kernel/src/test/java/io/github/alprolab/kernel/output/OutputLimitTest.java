package io.github.alprolab.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Long output keeps its beginning and its end, and all of it in a file. */
class OutputLimitTest {
    private final OutputLimit limit = new OutputLimit("test", 10, 4);

    @Test
    void shortOutputIsShownAsItIs() {
        assertThat(limit.accept("12345") + limit.accept("67890") + limit.end())
                .isEqualTo("1234567890");
    }

    @Test
    void ofLongOutputTheMiddleIsLeftOutAndNamed() throws IOException {
        String shown = limit.accept("1234567890abc") + limit.accept("defghijk") + limit.end();

        assertThat(shown).startsWith("1234567890\n[more than 10 characters").endsWith("]\nhijk");
        assertThat(shown).contains("7 characters are left out");
        Matcher file = Pattern.compile("all of it is in (\\S+?)\\]").matcher(shown);
        assertThat(file.find()).isTrue();
        assertThat(Path.of(file.group(1))).hasContent("1234567890abcdefghijk");
        Files.delete(Path.of(file.group(1)));
    }
}
