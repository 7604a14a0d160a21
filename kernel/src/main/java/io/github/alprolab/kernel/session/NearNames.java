package io.github.alprolab.kernel.session;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that somebody may have meant. */
public final class NearNames {
    private static final int MOST = 3;

    /** In words of so many letters every letter counts. */
    private static final int SHORT = 5;

    private static final int SHORTEST = 3;

    private NearNames() {}

    /** The nearest names first, at most three, none that is another word altogether. */
    public static List<String> of(String written, Collection<String> known) {
        record Near(String name, int distance) {}
        int allowed = Math.min(MOST, written.length() / 3);
        return known.stream()
                .distinct()
                .filter(name -> !name.equals(written))
                .filter(name -> Math.abs(name.length() - written.length()) <= allowed)
                .map(name -> new Near(name, distance(lower(written), lower(name))))
                .filter(near -> near.distance() <= allowed)
                .filter(near -> near.distance() == 0 || isTelling(written, near.name()))
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(MOST)
                .map(Near::name)
                .toList();
    }

    /**
     * With one letter of five exchanged for another it is another word, such as {@code latex} for
     * {@code later}; letters may change places and be left out, and in longer words be too many.
     */
    private static boolean isTelling(String written, String name) {
        if (written.length() > SHORT || name.length() > written.length()) {
            return true;
        }
        return written.length() > SHORTEST
                && (name.length() < written.length() || letters(written).equals(letters(name)));
    }

    private static List<Integer> letters(String name) {
        return lower(name).chars().sorted().boxed().toList();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Letters that are missing, superfluous, wrong or exchanged with their neighbour. */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best =
                Math.min(cost[i - 1][j - 1] + change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean exchanged =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return exchanged ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
