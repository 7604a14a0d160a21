package io.github.alprolab.dsl.inside;

import io.github.alprolab.alpro.config.DeviceChoice;
import io.github.alprolab.alpro.inside.AttentionPlace;
import io.github.alprolab.alpro.inside.Inspector;
import io.github.alprolab.alpro.inside.WordAttention;
import io.github.alprolab.alpro.text.Word;
import io.github.alprolab.dsl.figure.Figure;
import io.github.alprolab.dsl.table.DataTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The questions that a model can be asked.
 *
 * @param open the model
 * @param place which attention is looked at
 * @param where the same in words
 * @param device where it runs
 */
public record ModelLook(
        OpenInspector open, AttentionPlace place, String where, DeviceChoice device) {

    /** Where CLS looks in every frame. */
    public Figure attention(SeenClip clip) {
        return Figure.of(
                AttentionFigures.frames(
                        clip, ask(clip, m -> m.frameAttention(clip.pixels(), place)), where));
    }

    /** Which frames look at which. */
    public Figure temporalAttention(SeenClip clip) {
        return Figure.of(
                AttentionFigures.time(
                        clip, ask(clip, m -> m.timeAttention(clip.pixels(), place)), where));
    }

    /** Where a word looks. */
    public Figure wordToPatch(SeenClip clip, String text, String word) {
        return ask(
                clip,
                m -> {
                    Word found = WordInText.in(m, text, word);
                    Map<String, WordAttention> heads = new LinkedHashMap<>();
                    for (int head = place.head(); head <= lastHead(m); head++) {
                        heads.put(
                                head == 0 ? "mean" : "head " + head,
                                m.wordAttention(
                                        clip.pixels(),
                                        text,
                                        new AttentionPlace(place.block(), head)));
                    }
                    return Figure.of(AttentionFigures.word(clip, text, found, heads, where));
                });
    }

    /** One head, or the mean and all of them. */
    private int lastHead(Inspector model) {
        return place.head() == 0 ? model.config().text().heads() : place.head();
    }

    /** Where each of the first words looks. */
    public Figure wordToPatch(SeenClip clip, String text, int most) {
        return ask(
                clip,
                m -> {
                    List<Word> all = Word.of(m.pieces(text));
                    return words(m, clip, text, all.subList(0, Math.min(most, all.size())));
                });
    }

    private Figure words(Inspector model, SeenClip clip, String text, List<Word> words) {
        WordAttention found = model.wordAttention(clip.pixels(), text, place);
        return Figure.of(AttentionFigures.words(clip, text, words, found, where));
    }

    /** The likeliest words for each hidden place, with the clip and with black frames. */
    public DataTable hiddenWords(SeenClip clip, String text, int most) {
        byte[] black = new byte[clip.pixels().length];
        return ask(
                clip,
                m ->
                        HiddenWords.table(
                                text,
                                m.hiddenWords(clip.pixels(), text),
                                m.hiddenWords(black, text),
                                most));
    }

    /** Every clip against every caption. */
    public Figure similarity(List<SeenClip> clips) {
        return ask(clips.get(0), m -> Figure.of(space(m, clips).similarity(m.temperature())));
    }

    /** Clips and captions on a plane. */
    public Figure embeddings(List<SeenClip> clips) {
        return ask(clips.get(0), m -> Figure.of(space(m, clips).map()));
    }

    /** Unit vectors of clips in VTC's space. */
    public List<float[]> vectors(List<SeenClip> clips) {
        return ask(clips.get(0), m -> m.clipVectors(clips.stream().map(SeenClip::pixels).toList()));
    }

    /**
     * How well each clip fits a text by VTC: cosine divided by the temperature.
     *
     * @param like one of the clips, whose shape the model is opened for
     * @param videos unit vectors of the clips
     */
    public double[] scores(SeenClip like, List<float[]> videos, String text) {
        return ask(
                like,
                m ->
                        CommonSpace.scores(
                                videos, m.textVectors(List.of(text)).get(0), m.temperature()));
    }

    /** Clips on a plane, without captions. */
    public Figure clipMap(List<SeenClip> clips) {
        return Figure.of(new CommonSpace(clips, vectors(clips), List.of()).map());
    }

    private static CommonSpace space(Inspector model, List<SeenClip> clips) {
        return new CommonSpace(
                clips,
                model.clipVectors(clips.stream().map(SeenClip::pixels).toList()),
                model.textVectors(clips.stream().map(SeenClip::caption).toList()));
    }

    private <R> R ask(SeenClip clip, Function<Inspector, R> question) {
        return open.ask(clip.count(), clip.frames().width(), device, question);
    }
}
