package io.github.alprolab.dsl.inside;

import io.github.alprolab.dsl.figure.HeatMap;
import io.github.alprolab.dsl.figure.Matrix;
import io.github.alprolab.dsl.figure.ScatterMap;
import io.github.alprolab.dsl.show.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Clips, and their first captions where they have some, in the space that VTC compares in.
 *
 * @param clips N of them
 * @param videos unit vectors of the clips, (N, d)
 * @param texts unit vectors of their captions, (N, d), or none
 */
record CommonSpace(List<SeenClip> clips, List<float[]> videos, List<float[]> texts) {

    /** Every clip against every caption, as VTC's logits: cosine divided by the temperature. */
    HeatMap similarity(double temperature) {
        double[][] values = new double[clips.size()][clips.size()];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                values[i][j] = product(videos.get(i), texts.get(j)) / temperature;
            }
        }
        return new HeatMap(
                        "Similarity of %d clips and their captions · cosine / temperature"
                                .formatted(clips.size()),
                        "clip",
                        "caption, by its number",
                        "logit",
                        List.of(),
                        Matrix.of(values))
                .rowThumbnails(clips.stream().map(SeenClip::middle).toList())
                .rowNames(numbered(clips.stream().map(c -> ". " + c.caption()).toList()))
                .columnNames(numbered(clips.stream().map(c -> "").toList()))
                .written(1)
                .rightFramed();
    }

    private static List<String> numbered(List<String> names) {
        return IntStream.range(0, names.size()).mapToObj(i -> (i + 1) + names.get(i)).toList();
    }

    /** Of one text against every clip, as VTC's logits. */
    static double[] scores(List<float[]> videos, float[] text, double temperature) {
        return videos.stream().mapToDouble(v -> product(v, text) / temperature).toArray();
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    /** On the plane of the first two principal components of all of them together. */
    ScatterMap map() {
        boolean captioned = !texts.isEmpty();
        PrincipalPlane plane =
                PrincipalPlane.of(Stream.concat(videos.stream(), texts.stream()).toList());
        List<ScatterMap.Dot> dots = new ArrayList<>();
        for (int i = 0; i < clips.size(); i++) {
            double[] clip = plane.places()[i];
            String name = clips.get(i).caption();
            dots.add(
                    new ScatterMap.Dot(
                            clip[0], clip[1], name, "clip", Optional.of(clips.get(i).middle())));
            if (captioned) {
                double[] text = plane.places()[clips.size() + i];
                dots.add(new ScatterMap.Dot(text[0], text[1], name, "caption", Optional.empty()));
            }
        }
        return new ScatterMap(
                "%d clips%s in VTC's space · principal components"
                        .formatted(clips.size(), captioned ? " and their captions" : ""),
                "first component, %s of the variance".formatted(Numbers.percent(plane.shares()[0])),
                "second, %s".formatted(Numbers.percent(plane.shares()[1])),
                dots,
                captioned);
    }
}
