package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.config.Decay;
import io.github.alprolab.alpro.config.Objective;
import io.github.alprolab.alpro.config.ParameterGroup;
import io.github.alprolab.alpro.config.PublishedQuirk;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.MovingSprites;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.sprites.SpriteRecipe;
import java.nio.file.Path;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The text of every value is Java that makes an equal one, with an equal hash. */
class CodeOfValuesTest {
    private static final int TRIES = 12;
    private static Cells cells;

    @BeforeContainer
    static void open() {
        cells = new Cells();
    }

    @AfterContainer
    static void close() {
        cells.close();
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void trainers(@ForAll("trainers") Trainer trainer) {
        Trainer again = (Trainer) rebuilt(trainer);
        assertThat(again.values().identity()).isEqualTo(trainer.values().identity());
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void encoders(@ForAll("encoders") Encoders encoders) {
        Encoders again = (Encoders) rebuilt(encoders);
        assertThat(again.values().identity()).isEqualTo(encoders.values().identity());
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void pairs(@ForAll("pairs") Pairs pairs) {
        Pairs again = (Pairs) rebuilt(pairs);
        assertThat(again.settings()).isEqualTo(pairs.settings());
        assertThat(again.hash()).isEqualTo(pairs.hash());
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void namesAndSentences(@ForAll("texts") String text) {
        rebuilt(Entities.of(text, "cat"));
        rebuilt(Templates.of(text + "{}"));
    }

    @Property(tries = 1)
    void losses() {
        rebuilt(Losses.alpro().vtc(v -> v.temperature(0.05)).pem(p -> p.cropArea(0.2, 0.4)));
        rebuilt(Losses.of(Objective.VTC, Objective.PEM).pem(PemLoss::likeReferenceCode));
    }

    @Property(tries = 1)
    void smallNouns() {
        rebuilt(Device.gpu(0));
        rebuilt(Every.updates(7));
        rebuilt(Every.epochs(1));
        rebuilt(Templates.alproImage());
        rebuilt(Bert.pretrained());
        rebuilt(Bert.from(Path.of("a \\ \"b\".jar")));
    }

    @Property(tries = 1)
    void aSamplingOfOnesOwnIsFoundInTheVariableOfItsName() {
        cells.run("FrameSampling first = (frames, wanted, random) -> new int[wanted];");
        FrameSampling first = (frames, wanted, random) -> new int[wanted];
        Pairs pairs =
                Pairs.of(Datasets.movingSprites()).sampling(FrameSampling.named("first", first));

        assertThat(((Pairs) rebuilt(pairs)).settings()).isEqualTo(pairs.settings());
    }

    private static Object rebuilt(Object value) {
        Object again = cells.value(value.toString());
        assertThat(again).isEqualTo(value).hasSameHashCodeAs(value).hasToString(value.toString());
        return again;
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("a\"\\\t\n'é{}u0041%").ofMaxLength(8);
    }

    @Provide
    Arbitrary<Trainer> trainers() {
        Arbitrary<Trainer> numbers =
                Combinators.combine(
                                Arbitraries.doubles().between(1e-6, 1).greaterThan(0),
                                Arbitraries.doubles().between(0, 0.99),
                                Arbitraries.integers().between(1, 1000),
                                Arbitraries.longs(),
                                Arbitraries.of(Decay.values()))
                        .as(
                                (rate, share, count, seed, decay) ->
                                        Trainer.adamW(rate)
                                                .warmup(share)
                                                .weightDecay(share)
                                                .clip(rate)
                                                .epochs(count)
                                                .batch(count)
                                                .seed(seed)
                                                .decay(decay));
        return Combinators.combine(
                        numbers,
                        Arbitraries.of(Device.auto(), Device.cpu(), Device.gpu(0)),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.of(PublishedQuirk.values()).set())
                .as(CodeOfValuesTest::options);
    }

    private static Trainer options(
            Trainer trainer, Device device, boolean on, int count, Set<PublishedQuirk> quirks) {
        Trainer changed = trainer.device(device).gradientCheckpointing(on).accumulate(count);
        return changed.likeReferenceCode(quirks.toArray(PublishedQuirk[]::new))
                .checkpoint(on ? Every.updates(count) : Every.epochs(1))
                .parameterGroups(
                        on
                                ? new ParameterGroup[] {
                                    new ParameterGroup("a\\..*", count, 0),
                                    ParameterGroup.biasesAndNormsWithoutDecay()
                                }
                                : new ParameterGroup[0]);
    }

    @Provide
    Arbitrary<Encoders> encoders() {
        return Combinators.combine(
                        Arbitraries.of(Encoders.tiny(), Encoders.small(), Encoders.base()),
                        Arbitraries.integers().between(1, 999),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.of(true, false))
                .as(
                        (start, count, share, on) -> {
                            Encoders some =
                                    start.width(count)
                                            .video(v -> v.layers(count).dropPath(share))
                                            .text(t -> t.heads(count).dropout(share));
                            Encoders more = on ? some.projection(count).fusionLayers(count) : some;
                            return on ? more.text(Bert.pretrained()) : more;
                        });
    }

    @Provide
    Arbitrary<Pairs> pairs() {
        return Combinators.combine(
                        Arbitraries.of(
                                FrameSampling.headTail(),
                                FrameSampling.uniform(),
                                FrameSampling.publishedUniform(),
                                FrameSampling.random(),
                                FrameSampling.everyKth(3),
                                FrameSampling.middle()),
                        Arbitraries.integers().between(3, 99),
                        Arbitraries.of(Split.values()).optional(),
                        Arbitraries.integers().between(1, 9).optional(),
                        Arbitraries.of(
                                SpriteRecipe.standard(),
                                SpriteRecipe.complete(),
                                SpriteRecipe.standard().windows(3).heldOutPhrasing()))
                .as(
                        (rule, count, only, limit, recipe) -> {
                            MovingSprites few =
                                    Datasets.movingSprites()
                                            .clips(Split.TRAIN, count)
                                            .seed(count)
                                            .recipe(recipe)
                                            .cache(Path.of("a b"));
                            Pairs all =
                                    Pairs.of(limit.isPresent() ? few : few.unencoded().size(64))
                                            .frames(count)
                                            .size(count)
                                            .words(count)
                                            .sampling(rule);
                            Pairs some = only.map(all::only).orElse(all);
                            return limit.map(some::limit).orElse(some);
                        });
    }
}
