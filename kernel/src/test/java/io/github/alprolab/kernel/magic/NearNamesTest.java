package io.github.alprolab.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;

class NearNamesTest {
    private static final List<String> NAMES = List.of("maven", "mavenRepo", "memory", "time");

    @Example
    void aMisspeltNameIsFound() {
        assertThat(NearNames.of("mavn", NAMES)).contains("maven");
        assertThat(NearNames.of("mavenrepos", NAMES)).contains("mavenRepo");
        assertThat(NearNames.of("tiem", NAMES)).isEmpty(); // two letters of four
        assertThat(NearNames.of("plot", NAMES)).isEmpty();
    }

    @Property(tries = 200)
    void theDistanceIsAMetric(
            @ForAll @AlphaChars String a,
            @ForAll @AlphaChars String b,
            @ForAll @AlphaChars String c) {
        assertThat(NearNames.distance(a, a)).isZero();
        assertThat(NearNames.distance(a, b)).isEqualTo(NearNames.distance(b, a));
        assertThat(NearNames.distance(a, c))
                .isLessThanOrEqualTo(NearNames.distance(a, b) + NearNames.distance(b, c));
    }
}
