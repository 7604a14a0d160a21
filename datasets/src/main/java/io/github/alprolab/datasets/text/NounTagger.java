package io.github.alprolab.datasets.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.tokenize.SimpleTokenizer;

/**
 * Finds the common nouns of English sentences with OpenNLP's part-of-speech model. Not thread-safe.
 */
public final class NounTagger {
    private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.2-2.5.0.bin";
    private static final String NOUN = "NOUN";

    private final POSTaggerME tagger;

    /** A tagger; the model is read once per process. */
    public NounTagger() {
        tagger = new POSTaggerME(English.MODEL);
    }

    /** The nouns of a sentence in lower case, in order, repeats kept. */
    public List<String> nouns(String sentence) {
        String[] words = SimpleTokenizer.INSTANCE.tokenize(sentence.toLowerCase(Locale.ROOT));
        String[] tags = tagger.tag(words);
        List<String> nouns = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            if (NOUN.equals(tags[i]) && words[i].chars().allMatch(Character::isLetter)) {
                nouns.add(words[i]);
            }
        }
        return nouns;
    }

    private static POSModel load() {
        try (InputStream in = NounTagger.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the English part-of-speech model is not on the class path: add"
                                + " org.apache.opennlp:opennlp-models-pos-en");
            }
            return new POSModel(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the part-of-speech model cannot be read", e);
        }
    }

    private static final class English {
        private static final POSModel MODEL = load();
    }
}
