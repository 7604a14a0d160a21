package io.github.alprolab.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.dsl.show.Part;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A report gathers everything, faults first. */
class ReportTest {
    private static final Finding FINE = Finding.fine("C10", "TRAIN has 8 pairs.");
    private static final Finding NOTE = Finding.note("C01", "PEM is off.");
    private static final Finding WARNING = Finding.warning("C22", "2 are rare.", ".top(7)");
    private static final Finding FAULT = Finding.fault("C06", "A batch of 1.", ".batch(8)");
    private static final Finding OTHER = Finding.fault("C04", "size 40.", ".size(48)");

    private static Report report(Finding... findings) {
        return new Report("tiny", List.of(findings), List.of());
    }

    private static String html(Report report) {
        return report.show().part(Part.HTML).orElseThrow().content();
    }

    @Test
    void faultsComeFirstAndEqualLevelsKeepTheirOrder() {
        assertThat(report(FINE, FAULT, NOTE, WARNING, OTHER).findings())
                .containsExactly(FAULT, OTHER, WARNING, NOTE, FINE);
    }

    @Test
    void everyFindingIsALineWithMarkCodeTextAndFix() {
        Report report =
                new Report("tiny", List.of(FINE, FAULT), List.of(new CostLine("steps", "12 of 8")));

        assertThat(report.all())
                .hasToString(
                        """
                        tiny
                        ✗ C06  A batch of 1.  → .batch(8)
                        ✓ C10  TRAIN has 8 pairs.
                          steps            12 of 8""");
    }

    @Test
    void whatNeedsNothingIsCountedAndNotListed() {
        assertThat(report(FINE, FAULT, NOTE, WARNING))
                .hasToString(
                        """
                        tiny
                        ✗ C06  A batch of 1.  → .batch(8)
                        ! C22  2 are rare.  → .top(7)
                        ✓ 2 others are fine, 1 with a note: .all() lists them""");
        assertThat(report(FINE, FINE, FINE))
                .hasToString("tiny\n✓ all 3 are fine: .all() lists them");
        assertThat(report(FAULT, FINE).toString()).endsWith("✓ 1 other is fine: .all() lists it");
        assertThat(report(FAULT)).hasToString("tiny\n✗ C06  A batch of 1.  → .batch(8)");
    }

    @Test
    void htmlFoldsWhatNeedsNothingUntilAllIsAskedFor() {
        Report report = report(FINE, FAULT, NOTE);

        assertThat(html(report))
                .containsSubsequence(
                        "C06", "<details ", "2 others are fine", "C01", "C10", "</details>")
                .doesNotContain("<details open");
        assertThat(html(report.all())).contains("<details open");
        assertThat(html(report(FAULT))).doesNotContain("<details");
    }

    @Test
    void warningsAndNotesDoNotKeepFromRunning() {
        Report report = report(WARNING, NOTE, FINE);

        assertThat(report.passed()).isTrue();
        assertThat(report.faults()).isEmpty();
        assertThatCode(report::require).doesNotThrowAnyException();
        assertThat(report.all().toString()).contains("! C22", "· C01", "✓ C10");
    }

    @Test
    void aFaultKeepsFromRunningAndAllFaultsAreTold() {
        Report report = report(FINE, FAULT, OTHER);

        assertThat(report.passed()).isFalse();
        assertThatThrownBy(report::require)
                .isInstanceOfSatisfying(
                        AdviceException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo("C06");
                            assertThat(e.fix()).isEqualTo(".batch(8)");
                        })
                .hasMessageStartingWith("C06: nothing was run. tiny\n")
                .hasMessageContainingAll("✗ C06  A batch of 1.", "✗ C04  size 40.  → .size(48)");
    }

    @Test
    void hostileTextStaysTextInHtml() {
        Finding hostile = Finding.fault("C27", "<script>alert('1')</script>", "<a>&</a>");
        CostLine cost = new CostLine("<name>", "<value>");
        String html = html(new Report("<title>", List.of(hostile), List.of(cost)));

        assertThat(html)
                .doesNotContain("<script", "<title", "<a>", "<name", "<value")
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;")
                .contains("<code>&lt;a&gt;&amp;&lt;/a&gt;</code>", "&lt;title&gt;")
                .contains("&lt;name&gt;", "&lt;value&gt;");
    }

    @Test
    void htmlSaysTheLevelByMarkAndHasABoxOfCostsOnlyWhereThereAreAny() {
        assertThat(html(report(FAULT, WARNING)))
                .contains(">✗</span>", ">!</span>")
                .doesNotContain("<table");
        assertThat(html(new Report("t", List.of(FINE), List.of(new CostLine("a", "b")))))
                .contains("<table", ">a</td>", ">b</td>");
    }

    @Test
    void plainTextIsTheSameAsInTheConsole() {
        assertThat(report(FAULT).show().plain()).isEqualTo(report(FAULT).toString());
    }

    @Test
    void adviceTellsCodeTextAndFix() {
        AdviceException advice = new AdviceException("C27", "7 is given.", ".of(8)");

        assertThat(advice).hasMessage("C27: 7 is given.\n.of(8)");
        assertThat(advice.code()).isEqualTo("C27");
        assertThat(advice.fix()).isEqualTo(".of(8)");
        assertThat(advice).hasToString(advice.getMessage());
    }

    @Test
    void anUnreadableFileKeepsItsCause() {
        IOException cause = new IOException("half a file");

        assertThat(AdviceException.unreadable("best.alpro is damaged", cause, "Train again"))
                .hasMessage("C14: best.alpro is damaged: half a file\nTrain again")
                .hasCause(cause);
    }
}
