package io.github.alprolab.dsl.inside;

import io.github.alprolab.alpro.model.Distribution;
import io.github.alprolab.dsl.table.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a word head puts into hidden places, with a clip in view and with black frames. */
final class HiddenWords {
    private HiddenWords() {}

    /**
     * A row for each of the likeliest words of each place.
     *
     * @param seen one a hidden place, with the clip
     * @param blind the same with black frames
     */
    static DataTable table(
            String text, List<Distribution> seen, List<Distribution> blind, int most) {
        List<Integer> places = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        List<Double> difference = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            for (Map.Entry<String, Double> word : seen.get(i).top(most)) {
                double dark = blind.get(i).probability(word.getKey());
                places.add(i + 1);
                words.add(word.getKey());
                with.add(word.getValue());
                without.add(dark);
                difference.add(100 * (word.getValue() - dark));
            }
        }
        DataTable table = DataTable.of("“" + text + "” · the likeliest words for each [MASK]");
        return (seen.size() > 1 ? table.whole("[MASK]", places) : table)
                .text("word", words)
                .share("with the video", with)
                .share("black frames", without)
                .number("difference, points", difference, 1);
    }
}
