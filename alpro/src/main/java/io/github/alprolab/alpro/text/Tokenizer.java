package io.github.alprolab.alpro.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.alprolab.alpro.tensor.EngineLibraries;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The lower-casing WordPiece tokenizer of bert-base-uncased, from the jar that carries it. */
public final class Tokenizer implements AutoCloseable {
    private static final String RESOURCE = "/all-minilm-l6-v2-q-tokenizer.json";

    private final HuggingFaceTokenizer tokenizer;

    private Tokenizer(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** Loads the tokenizer; no network is needed. */
    public static Tokenizer bertUncased() {
        EngineLibraries.ready();
        try (InputStream in = resource()) {
            // The file asks for padding and truncation to 128, which batches decide here.
            return new Tokenizer(
                    HuggingFaceTokenizer.newInstance(
                            in,
                            Map.of(
                                    "padding", "false",
                                    "truncation", "false",
                                    "addSpecialTokens", "false")));
        } catch (IOException e) {
            throw new UncheckedIOException("The tokenizer could not be read", e);
        }
    }

    /** The pieces of the vocabulary in the order of their ids. */
    static List<String> bertUncasedPieces() {
        try (InputStream in = resource()) {
            JsonNode ids = new JsonMapper().readTree(in).path("model").path("vocab");
            String[] pieces = new String[ids.size()];
            ids.properties().forEach(piece -> pieces[piece.getValue().asInt()] = piece.getKey());
            return List.of(pieces);
        } catch (IOException e) {
            throw new UncheckedIOException("The tokenizer's vocabulary could not be read", e);
        }
    }

    private static InputStream resource() {
        InputStream in = Tokenizer.class.getResourceAsStream(RESOURCE);
        if (in == null) {
            throw new IllegalStateException(
                    "The tokenizer's jar is not on the class path: " + RESOURCE + " is missing.");
        }
        return in;
    }

    /** Word pieces of a text, without the start and end pieces. */
    public List<String> pieces(String text) {
        return Arrays.asList(tokenizer.encode(text, false, false).getTokens());
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
