package io.github.alprolab.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alprolab.alpro.config.Decay;
import io.github.alprolab.alpro.config.ParameterGroup;
import io.github.alprolab.alpro.config.PublishedQuirk;
import io.github.alprolab.alpro.config.VideoAttention;
import io.github.alprolab.alpro.objective.Objective;
import io.github.alprolab.alpro.objective.Pem;
import io.github.alprolab.datasets.FrameSampling;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.augmentation.Augmentation;
import io.github.alprolab.datasets.augmentation.FrameChange;
import io.github.alprolab.datasets.sprites.MovingSprites;
import io.github.alprolab.datasets.sprites.SpriteRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The text of every value is Java that makes an equal one, with an equal hash. */
class CodeOfValuesTest {
    /** Compiled together, since one at a time takes most of a second. */
    private static final int SOME = 20;

    private static Cells cells;

    @BeforeContainer
    static void open() {
        cells = new Cells();
    }

    @AfterContainer
    static void close() {
        cells.close();
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void trainers(@ForAll @Size(SOME) List<@From("trainers") Trainer> some) {
        rebuilt(some, trainer -> trainer.values().identity());
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void encoders(@ForAll @Size(SOME) List<@From("encoders") Encoders> some) {
        rebuilt(some, encoders -> encoders.values().identity());
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void pairs(@ForAll @Size(SOME) List<@From("pairs") Pairs> some) {
        rebuilt(some, pairs -> pairs.hash() + pairs.settings());
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void namesAndSentences(@ForAll @Size(SOME) List<@From("texts") String> some) {
        rebuilt(some.stream().map(text -> Entities.of(text, "cat")).toList(), Entities::names);
        rebuilt(some.stream().map(text -> Templates.of(text + "{}")).toList(), Templates::texts);
    }

    @Example
    void lossesAndSmallNouns() {
        rebuilt(
                List.of(
                        Losses.alpro().vtc(v -> v.temperature(0.05)).pem(p -> p.cropArea(0.2, 0.4)),
                        Losses.of(Objective.VTC, Objective.PEM).pem(Pem::likeReferenceCode),
                        Device.gpu(0),
                        Device.gpus(2),
                        Device.cpus(2),
                        Device.several(Device.gpu(1), Device.gpu(3)),
                        Every.updates(7),
                        Every.epochs(1),
                        Templates.alproImage(),
                        Bert.pretrained(),
                        Bert.from(Path.of("a \\ \"b\".jar"))),
                Object::toString);
    }

    @Example
    void aSamplingOfOnesOwnIsFoundInTheVariableOfItsName() {
        cells.run("FrameSampling first = (frames, wanted, random) -> new int[wanted];");
        FrameSampling first = (frames, wanted, random) -> new int[wanted];
        Pairs pairs =
                Pairs.of(Datasets.movingSprites()).sampling(FrameSampling.named("first", first));

        rebuilt(List.of(pairs), Pairs::settings, false);
    }

    @Example
    void anAugmentationOfOnesOwnIsFoundInTheVariableOfItsName() {
        cells.run(
                "FrameChange still = (frames, random) -> frames.select(new int[frames.count()]);");
        FrameChange still = (frames, random) -> frames.select(new int[frames.count()]);
        Pairs pairs =
                Pairs.of(Datasets.movingSprites()).augment(Augmentation.named("still", still));

        rebuilt(List.of(pairs), Pairs::settings, false);
    }

    @Example
    void questionsOfAFolderAndAnswersOfAFile() throws IOException {
        Path folder = Files.createTempDirectory("questions");
        Files.writeString(folder.resolve("a.mp4"), "a");
        Files.writeString(folder.resolve("train.csv"), "video,question,answer\na,who?,he\n");
        Path labels = Files.writeString(folder.resolve("labels.json"), "{\"he\": 0}");
        Questions plain = Questions.of(Datasets.questions(folder));
        rebuilt(
                List.of(
                        plain,
                        plain.answers(Answers.file(labels)),
                        Questions.of(Datasets.questions(folder).presentOnly())),
                questions -> questions.hash() + questions.settings());
    }

    @Example
    void questionsAndAnswers() {
        Questions plain =
                Questions.of(
                        Datasets.movingSprites()
                                .clips(Split.TRAIN, 2)
                                .clips(Split.VALIDATION, 1)
                                .clips(Split.TEST, 1)
                                .unencoded());
        rebuilt(
                List.of(
                        plain,
                        plain.asPublished().answers(Answers.top(3)).only(Split.TEST),
                        plain.answers(Answers.of("a \"b\"", "c")).limit(4).cacheOnDisk(2)),
                questions -> questions.hash() + questions.settings());
    }

    private static <T> void rebuilt(List<T> all, Function<T, Object> identity) {
        rebuilt(all, identity, true);
    }

    /**
     * Also what a hash is made from has to be the same.
     *
     * @param alone whether it names nothing that a session defines, so that a record is enough
     */
    @SuppressWarnings("unchecked") // compared with the type right before
    private static <T> void rebuilt(List<T> all, Function<T, Object> identity, boolean alone) {
        List<?> again = cells.values(all.stream().map(Object::toString).toList());
        assertThat(again).isEqualTo(all);
        for (int i = 0; i < all.size(); i++) {
            T value = all.get(i);
            assertThat(again.get(i)).hasSameHashCodeAs(value).hasToString(value.toString());
            assertThat(identity.apply((T) again.get(i))).isEqualTo(identity.apply(value));
            if (alone) {
                Object read = RecordedCode.value(value.toString(), Path.of("runs"));
                assertThat(read).isEqualTo(value).hasToString(value.toString());
            }
        }
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
        Trainer changed =
                trainer.device(device).gradientCheckpointing(on).accumulate(count).chunks(count);
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
                                            .video(
                                                    v ->
                                                            v.layers(count)
                                                                    .dropPath(share)
                                                                    .attention(attention(on)))
                                            .text(t -> t.heads(count).dropout(share));
                            Encoders more = on ? some.projection(count).fusionLayers(count) : some;
                            return on ? more.text(Bert.pretrained()) : more;
                        });
    }

    private static VideoAttention attention(boolean published) {
        return published ? VideoAttention.DIVIDED : VideoAttention.SPACE_ONLY;
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
                            Pairs looks =
                                    count % 2 == 0
                                            ? all.augment(Augmentation.published())
                                                    .cacheOnDisk(count / 8.0)
                                            : all.augment(Augmentation.effective(1 + count / 99.0));
                            Pairs mixed =
                                    count % 3 == 0
                                            ? looks.and(Datasets.colours(count, 1, 2), 0.5)
                                                    .and(Datasets.colours(3, 3, 3), 0.1)
                                            : looks;
                            Pairs some = only.map(mixed::only).orElse(mixed);
                            return limit.map(some::limit).orElse(some);
                        });
    }
}
