package io.github.alprolab.alpro.trained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alprolab.alpro.checkpoint.CheckpointFile;
import io.github.alprolab.alpro.checkpoint.CheckpointManifest;
import io.github.alprolab.alpro.checkpoint.PositionRule;
import io.github.alprolab.alpro.checkpoint.Safetensors;
import io.github.alprolab.alpro.checkpoint.StateDictFile;
import io.github.alprolab.alpro.checkpoint.StoredTensor;
import io.github.alprolab.alpro.checkpoint.torch.TorchWriter;
import io.github.alprolab.alpro.config.AlproConfig;
import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.config.Reranking;
import io.github.alprolab.alpro.config.TextConfig;
import io.github.alprolab.alpro.config.VideoAttention;
import io.github.alprolab.alpro.config.VideoConfig;
import io.github.alprolab.alpro.model.AlproModel;
import io.github.alprolab.alpro.model.AnsweringModel;
import io.github.alprolab.alpro.model.PretrainingModel;
import io.github.alprolab.alpro.nn.StateDict;
import io.github.alprolab.alpro.random.RandomStreams;
import io.github.alprolab.alpro.retrieval.RetrievalInput;
import io.github.alprolab.alpro.retrieval.Retriever;
import io.github.alprolab.alpro.tensor.Compute;
import io.github.alprolab.alpro.text.Vocabulary;
import io.github.alprolab.alpro.weights.WeightFile;
import io.github.alprolab.datasets.ColourClips;
import io.github.alprolab.datasets.Pair;
import io.github.alprolab.datasets.Split;
import io.github.alprolab.datasets.cache.FrameCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainedModelTest {
    /** As wide as one published head, so that shapes tell everything. */
    private static final AlproConfig SIZES =
            new AlproConfig(
                    new VideoConfig(32, 16, 2, 64, 2, 1, 96, 0.1),
                    new TextConfig(30522, 64, 4, 2, 1, 80, 20, 0.1),
                    24);

    /** As no published model is: 3 heads of 16, some of BERT's words, no drop path. */
    private static final AlproConfig OTHERS =
            new AlproConfig(
                    new VideoConfig(32, 16, 2, 48, 2, 3, 96, 0),
                    new TextConfig(2100, 48, 4, 2, 3, 80, 20, 0.2),
                    24);

    private static final List<String> ENTITIES = List.of("dog", "cat", "fish");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"model.pt", "model.safetensors"})
    void whatIsWrittenForOthersRanksAsOurOwnFile(String name) throws IOException {
        Path ours = pretrained();
        Path published = folder.resolve(name);
        assertThat(Export.write(ours, published)).isEqualTo(names()).isGreaterThan(100);
        CheckpointManifest told = TrainedModel.open(published).manifest();
        assertThat(told.config()).isEqualTo(SIZES);
        assertThat(told.kind()).isEqualTo("pretraining");
        assertThat(scores(published)).isDeepEqualTo(scores(ours));
    }

    @ParameterizedTest
    @CsvSource({"prompter,pt", "pretraining,pth", "retrieval,safetensors", "pretraining,pt"})
    void aFileOfAnySizesSaysWhatItsTensorsCannot(String kind, String ending) throws IOException {
        Path ours = written(kind, OTHERS, words(OTHERS), List.of("dog"));
        Path published = folder.resolve("others." + ending);
        Export.write(ours, published);
        CheckpointManifest told = TrainedModel.open(published).manifest();
        assertThat(told).isEqualTo(TrainedModel.open(ours).manifest());
        assertThat(told.config().video().heads()).isEqualTo(3);
        assertThat(scores(published)).isDeepEqualTo(scores(ours));
    }

    @ParameterizedTest
    @ValueSource(strings = {"answers.pt", "answers.safetensors"})
    void aModelThatAnswersComesBackWithItsAnswers(String name) throws IOException {
        List<String> answers = List.of("red", "green", "two");
        Path ours = folder.resolve("answers.alpro");
        try (Compute compute = Compute.open(DeviceChoice.CPU)) {
            StateDict state = new StateDict(compute, new RandomStreams(3));
            new AnsweringModel(state.root(), OTHERS, 5);
            write(ours, "answering", OTHERS, words(OTHERS), answers, state);
        }
        Path published = folder.resolve(name);
        Export.write(ours, published);
        TrainedModel opened = TrainedModel.open(published);
        assertThat(opened.manifest().kind()).isEqualTo("answering");
        assertThat(opened.manifest().entities()).isEqualTo(answers);
        assertThat(opened.vocabulary().pieces()).isEqualTo(words(OTHERS));
        assertThat(tensors(published)).containsAllEntriesOf(tensors(ours));
    }

    @Test
    void aDescriptionThatBelongsToOtherTensorsIsRefused() throws IOException {
        Path ours = written("retrieval", OTHERS, words(OTHERS), List.of());
        Path file = folder.resolve("swapped.safetensors");
        List<StoredTensor> tensors = new ArrayList<>();
        WeightFile.tensors(ours).read(tensors::add);
        AlproConfig other = OTHERS.projection(25);
        WeightFile.write(file, tensors, manifest("retrieval", other, words(other), List.of()));
        assertThatThrownBy(() -> TrainedModel.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("its description tells of another model");
        Safetensors.write(file, tensors, Map.of("alprolab.json", "{\"kind\":\"retrieval\"}"));
        assertThatThrownBy(() -> TrainedModel.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("its description");
    }

    @Test
    void headsThatTensorsDoNotTellAreStated() throws IOException {
        Path ours = written("retrieval", OTHERS, words(OTHERS), List.of());
        Path others = folder.resolve("of_others.pt");
        List<StoredTensor> tensors = new ArrayList<>();
        WeightFile.tensors(ours).read(tensors::add);
        TorchWriter.write(others, tensors);
        assertThatThrownBy(() -> TrainedModel.open(others))
                .hasMessageContaining("its width 48 is no multiple of 64")
                .hasMessageContaining("state it");
        assertThat(TrainedModel.open(new ModelFile(others, 3)).manifest().config().video().heads())
                .isEqualTo(3);
        assertThatThrownBy(() -> TrainedModel.open(new ModelFile(others, 5)))
                .hasMessageContaining("no ALPRO model");
        assertThatThrownBy(() -> TrainedModel.open(new ModelFile(ours, 4)))
                .hasMessageContaining("says itself that it has 3 heads; 4 are stated");
    }

    @Test
    void theNamesOfLavisAreUnderstood() throws IOException {
        Path ours = pretrained();
        Path published = folder.resolve("model.pt");
        Export.write(ours, published);
        Path lavis = folder.resolve("lavis.pth");
        List<StoredTensor> renamed = new ArrayList<>();
        WeightFile.tensors(published)
                .read(
                        t -> {
                            boolean kept =
                                    !t.name().startsWith("text_encoder.cls.")
                                            && !t.name().startsWith("visual_encoder.model.head.")
                                            && !t.name().startsWith("mpm_head.");
                            if (kept) {
                                renamed.add(t.named(t.name().replace("encoder.bert.", "encoder.")));
                            }
                        });
        TorchWriter.write(lavis, renamed);
        assertThat(TrainedModel.open(lavis).manifest().kind()).isEqualTo("retrieval");
        assertThat(scores(lavis)).isDeepEqualTo(scores(ours));
    }

    @ParameterizedTest
    @EnumSource
    void theAttentionOfTheVideoEncoderIsToldByTheTensors(VideoAttention attention)
            throws IOException {
        Path file = folder.resolve(attention + ".pt");
        try (Compute compute = Compute.open(DeviceChoice.CPU)) {
            StateDict state = new StateDict(compute, new RandomStreams(3));
            AlproConfig sizes = SIZES.video(SIZES.video().attention(attention));
            new PretrainingModel(state.root(), sizes, 0.07, 3);
            TorchWriter.write(file, StateDictFile.published(state));
        }
        assertThat(TrainedModel.open(file).manifest().config().video().attention())
                .isEqualTo(attention);
    }

    @Test
    void anotherVocabularyThanThePublishedOneIsNamed() throws IOException {
        AlproConfig other = SIZES.text(SIZES.text().vocabulary(40));
        Path published = folder.resolve("small.pt");
        try (Compute compute = Compute.open(DeviceChoice.CPU)) {
            StateDict state = new StateDict(compute, new RandomStreams(3));
            new PretrainingModel(state.root(), other, 0.07, 3);
            TorchWriter.write(published, StateDictFile.published(state));
        }
        TrainedModel opened = TrainedModel.open(published);
        assertThat(opened.manifest().config().text().vocabulary()).isEqualTo(40);
        assertThatThrownBy(opened::vocabulary)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has 40 word pieces")
                .hasMessageContaining("30,522");
    }

    @Test
    void aFileOfAnotherModelAndAMissingOneAreRefused() throws IOException {
        Path other = folder.resolve("other.pt");
        TorchWriter.write(
                other, List.of(StoredTensor.of("fc.weight", new long[] {2}, new float[] {1, 2})));
        assertThatThrownBy(() -> TrainedModel.open(other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("other.pt is no ALPRO model")
                .hasMessageContaining("cls_token is missing");
        assertThatThrownBy(() -> TrainedModel.open(folder.resolve("none.pt")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.pt is not there");
        assertThatThrownBy(() -> Export.write(other, folder.resolve("model.onnx")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(".safetensors");
    }

    private Path pretrained() throws IOException {
        return written("pretraining", SIZES, Vocabulary.bertUncased().pieces(), ENTITIES);
    }

    private Path written(String kind, AlproConfig sizes, List<String> words, List<String> entities)
            throws IOException {
        Path file = folder.resolve("model.alpro");
        try (Compute compute = Compute.open(DeviceChoice.CPU)) {
            StateDict state = new StateDict(compute, new RandomStreams(3));
            if (kind.equals("pretraining")) {
                new PretrainingModel(state.root(), sizes, 0.07, entities.size());
            } else {
                new AlproModel(state.root(), sizes, 0.07);
            }
            write(file, kind, sizes, words, entities, state);
        }
        return file;
    }

    private static void write(
            Path file,
            String kind,
            AlproConfig sizes,
            List<String> words,
            List<String> entities,
            StateDict state)
            throws IOException {
        CheckpointFile.write(
                file,
                manifest(kind, sizes, words, entities),
                Map.of(CheckpointFile.MODEL, StateDictFile.stored(state)));
    }

    private static CheckpointManifest manifest(
            String kind, AlproConfig sizes, List<String> words, List<String> entities) {
        return new CheckpointManifest(
                CheckpointManifest.FORMAT, kind, sizes, words, entities, 10, 1, Map.of("R10", 0.5));
    }

    /** The beginning of BERT's vocabulary, so many pieces. */
    private static List<String> words(AlproConfig sizes) {
        return Vocabulary.bertUncased().pieces().subList(0, sizes.text().vocabulary());
    }

    private static Map<String, List<Float>> tensors(Path file) throws IOException {
        Map<String, List<Float>> all = new HashMap<>();
        WeightFile.tensors(file)
                .read(
                        t -> {
                            List<Float> values = new ArrayList<>();
                            for (float value : t.values()) {
                                values.add(value);
                            }
                            all.put(t.name(), values);
                        });
        return all;
    }

    /** VTM over every pair, through each tensor that retrieval uses. */
    private static double[][] scores(Path file) throws IOException {
        try (Retriever retrieval =
                Retriever.load(
                        file,
                        new RetrievalInput(4, 32, 12, PositionRule.GRID),
                        FrameCache.ofBytes(1 << 20),
                        DeviceChoice.CPU)) {
            List<Pair> pairs = ColourClips.of(0, 0, 4).pairs(Split.TEST);
            List<String> texts = pairs.stream().map(p -> p.captions().get(0)).toList();
            Reranking all = Reranking.all();
            return retrieval.rank(texts, retrieval.videos(pairs, all), all).textToVideo();
        }
    }

    /** How many names the published class has at these sizes. */
    private static int names() {
        try (Compute compute = Compute.open(DeviceChoice.CPU)) {
            StateDict outline = StateDict.outline(compute);
            new PretrainingModel(outline.root(), SIZES, 0.07, ENTITIES.size());
            return outline.named().size();
        }
    }
}
