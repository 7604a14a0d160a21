package io.github.alprolab.dsl.figure;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Few colours in place of an image's own, which takes half as many bytes: a chart has a dozen, and
 * hundreds of shades where their edges are smoothed.
 */
final class Palette {
    private static final int MOST = 256;

    /** How far a shade may be off in red, green or blue; 8 of 255 at an edge is seen by nobody. */
    private static final List<Integer> TOLERANCES = List.of(0, 2, 4, 8);

    private final int[] chosen;
    private final Map<Integer, Integer> places;

    /**
     * @param chosen colours
     * @param places of the colour among them that stands for each
     */
    private Palette(int[] chosen, Map<Integer, Integer> places) {
        this.chosen = chosen;
        this.places = places;
    }

    /**
     * The image in at most 256 colours: the commonest are exact, the others at most 8 of 255 off in
     * each channel. Empty where that takes more, as with photographs.
     */
    static Optional<BufferedImage> of(BufferedImage image) {
        int[] pixels =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        List<Integer> colours = commonestFirst(pixels);
        return TOLERANCES.stream()
                .map(tolerance -> of(colours, tolerance))
                .flatMap(Optional::stream)
                .findFirst()
                .map(palette -> palette.indexed(image, pixels));
    }

    private static List<Integer> commonestFirst(int[] pixels) {
        Map<Integer, Long> counts =
                Arrays.stream(pixels)
                        .boxed()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.keySet().stream()
                .sorted(
                        Comparator.comparing((Integer colour) -> -counts.get(colour))
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Empty where more than 256 would stand for all. */
    private static Optional<Palette> of(List<Integer> colours, int tolerance) {
        Map<Integer, Integer> places = new HashMap<>();
        int[] chosen = new int[MOST];
        int count = 0;
        for (int colour : colours) {
            int near = 0;
            while (near < count && distance(chosen[near], colour) > tolerance) {
                near++;
            }
            if (near == MOST) {
                return Optional.empty();
            }
            if (near == count) {
                chosen[count++] = colour;
            }
            places.put(colour, near);
        }
        return Optional.of(new Palette(Arrays.copyOf(chosen, count), places));
    }

    private static int distance(int one, int other) {
        int red = Math.abs((one >> 16 & 255) - (other >> 16 & 255));
        int green = Math.abs((one >> 8 & 255) - (other >> 8 & 255));
        return Math.max(Math.max(red, green), Math.abs((one & 255) - (other & 255)));
    }

    private BufferedImage indexed(BufferedImage image, int[] pixels) {
        IndexColorModel model =
                new IndexColorModel(8, chosen.length, chosen, 0, false, -1, DataBuffer.TYPE_BYTE);
        int width = image.getWidth();
        BufferedImage small =
                new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        int[] indices = Arrays.stream(pixels).map(places::get).toArray();
        small.getRaster().setPixels(0, 0, width, image.getHeight(), indices);
        return small;
    }
}
