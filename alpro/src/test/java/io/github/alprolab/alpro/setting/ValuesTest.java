package io.github.alprolab.alpro.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Everything that is said of a setting comes from its one declaration. */
class ValuesTest {
    private enum Course {
        UP,
        DOWN
    }

    private static final Schema WHEEL = new Schema("Wheel");
    private static final Setting<Integer> SPOKES =
            WHEEL.add(Setting.count("spokes", 28, 3).says("number of spokes", ""));

    private record Wheel(Values values) implements Configured {
        @Override
        public String toString() {
            return values.toString();
        }
    }

    private static final Wheel PLAIN = new Wheel(WHEEL.values());
    private static final Schema BICYCLE = new Schema("Bicycle");
    private static final Setting<Double> SLOPE =
            BICYCLE.add(
                    Setting.number("maxSlope", 0.05, Allowed.shareBelowOne())
                            .says("steepest road", "manual 4.1"));
    private static final Setting<Integer> GEARS =
            BICYCLE.add(
                    Setting.count("gears", 7, 1)
                            .identity(Identity.WHERE_CHANGED)
                            .says("number of gears", ""));
    private static final Setting<Course> COURSE =
            BICYCLE.add(Setting.choice("course", Course.UP).says("where to", ""));
    private static final Setting<Boolean> BELL =
            BICYCLE.add(Setting.flag("bell").identity(Identity.WHERE_CHANGED).says("rings", ""));
    private static final Setting<Optional<Integer>> LOAD =
            BICYCLE.add(
                    Setting.optional(Setting.count("load", 1, 1).in("kg"), "none")
                            .says("most it carries", ""));
    private static final Setting<List<String>> STICKERS =
            BICYCLE.add(
                    Setting.list("stickers", Allowed.<List<String>>any("texts"), Code::of, s -> s)
                            .identity(Identity.WHERE_CHANGED)
                            .says("what it says", ""));
    private static final Setting<Wheel> WHEELS =
            BICYCLE.add(Setting.part("wheel", PLAIN).says("both of them", ""));
    private static final Setting<Long> NUMBER =
            BICYCLE.add(
                    Setting.whole("number", 1)
                            .identity(Identity.NEVER)
                            .says("under the frame", ""));
    private static final Values STANDARD = BICYCLE.values();

    @Property
    void anEditLeavesTheOldValuesAndEqualValuesAreEqual(@ForAll @IntRange(min = 1) int gears) {
        Values edited = STANDARD.with(GEARS, gears);

        assertThat(edited.get(GEARS)).isEqualTo(gears);
        assertThat(STANDARD.get(GEARS)).isEqualTo(7);
        assertThat(edited)
                .isEqualTo(BICYCLE.values().with(GEARS, gears))
                .hasSameHashCodeAs(BICYCLE.values().with(GEARS, gears));
        assertThat(edited.equals(STANDARD)).isEqualTo(gears == 7);
    }

    @Test
    void aValueOutsideTheRangeIsRefusedWithWhatWasGivenAllowedAndToWrite() {
        assertThatThrownBy(() -> STANDARD.with(SLOPE, 1.0))
                .isInstanceOf(SettingException.class)
                .hasMessage("maxSlope(1) is given; allowed is a share from 0 to below 1.")
                .extracting(e -> ((SettingException) e).fix())
                .isEqualTo(".maxSlope(0.05)");
        assertThatThrownBy(() -> STANDARD.with(SLOPE, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> STANDARD.with(LOAD, Optional.of(0)))
                .hasMessage("load(0) is given; allowed is at least 1.")
                .extracting(e -> ((SettingException) e).fix())
                .isEqualTo(".load(1)");
    }

    @Test
    void theIdentityHoldsNewerSettingsOnlyWhereTheyAreUsed() {
        assertThat(STANDARD.identity())
                .isEqualTo(
                        Map.of(
                                "maxSlope",
                                0.05,
                                "course",
                                "UP",
                                "load",
                                "none",
                                "wheel",
                                Map.of("spokes", 28)));
        assertThat(STANDARD.with(GEARS, 3).with(NUMBER, 9L).identity())
                .containsEntry("gears", 3)
                .doesNotContainKey("number");
    }

    @Test
    void theCodeCallsEverySettingOfTheIdentityAndWhatElseWasChanged() {
        Values edited =
                STANDARD.with(SLOPE, 0.1)
                        .with(BELL, true)
                        .with(LOAD, Optional.of(20))
                        .with(STICKERS, List.of("a \"b\"", "c\\"))
                        .with(WHEELS, new Wheel(WHEEL.values().with(SPOKES, 36)));

        assertThat(STANDARD.calls()).isEqualTo(".maxSlope(0.05).course(Course.UP)");
        assertThat(edited.callsFrom(STANDARD))
                .isEqualTo(
                        ".maxSlope(0.1).bell().load(20).stickers(\"a \\\"b\\\"\", \"c\\\\\")"
                                + ".wheel(w -> w.spokes(36))");
        assertThat(STANDARD.callsFrom(STANDARD)).isEmpty();
    }

    @Test
    void whatChangedAndWhatDiffersIsAskedOfTheDeclarations() {
        Values edited = STANDARD.with(COURSE, Course.DOWN).with(BELL, true);

        assertThat(edited.changed()).containsExactly(COURSE, BELL);
        assertThat(STANDARD.differences(edited))
                .containsExactly("course UP → DOWN", "bell off → on");
        assertThat(edited.steps())
                .containsEntry("max slope", "0.05")
                .containsEntry("course", "DOWN")
                .doesNotContainKey("number");
    }

    @Test
    void theMeaningNamesUnitAndSource() {
        assertThat(SLOPE.meaning()).isEqualTo("steepest road (manual 4.1)");
        assertThat(LOAD.meaning()).isEqualTo("most it carries, in kg");
    }

    @Test
    void whatARecordLeavesOutIsKnown() {
        assertThat(BICYCLE.leftOut())
                .isEqualTo(Map.of("gears", 7, "bell", false, "stickers", List.of()));
    }

    @Test
    void anUndeclaredSettingCanNeitherBeReadNorSet() {
        Setting<Integer> stranger = Setting.count("pedals", 2, 2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> STANDARD.with(stranger, 4))
                .withMessageContaining("Bicycle has no setting pedals");
        assertThatIllegalArgumentException().isThrownBy(() -> STANDARD.get(stranger));
    }

    @Test
    void aNameIsDeclaredOnceAndBeforeTheFirstValue() {
        Schema open = new Schema("Boat");
        open.add(Setting.flag("sail"));

        assertThatThrownBy(() -> open.add(Setting.flag("sail"))).hasMessageContaining("already");
        open.values();
        assertThatThrownBy(() -> open.add(Setting.flag("oars"))).hasMessageContaining("above");
    }

    @Test
    void aDefaultOutsideItsOwnRangeIsRefusedWhereItIsDeclared() {
        assertThatThrownBy(() -> new Schema("Boat").add(Setting.count("masts", 0, 1)))
                .isInstanceOf(SettingException.class);
    }

    @Test
    void textInCodeIsEscaped() {
        assertThat(Code.of("a\n\t\r\"\\\u0001é")).isEqualTo("\"a\\n\\t\\r\\\"\\\\\\1é\"");
    }
}
