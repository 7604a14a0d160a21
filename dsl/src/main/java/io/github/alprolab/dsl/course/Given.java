package io.github.alprolab.dsl.course;

import io.github.alprolab.dsl.show.Numbers;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What students give, of whatever type: read as numbers, compared, and told in a few words. */
final class Given {
    private static final int MOST_LETTERS = 90;
    private static final int MOST_PLACES = 8;

    /** How near a typed answer comes to a typical wrong one: 1.8 for 1.806. */
    private static final double NEAR = 0.005;

    private static final double SMALL = 1e-4;
    private static final MathContext DIGITS = new MathContext(4);

    private Given() {}

    /** Nothing was answered yet: what the empty cell of a student version gives. */
    static boolean isMissing(Object given) {
        return given == null
                || number(given).filter(n -> n.isNaN()).isPresent()
                || numbers(given).filter(n -> n.length > 0 && allNaN(n)).isPresent();
    }

    private static boolean allNaN(double[] numbers) {
        return Arrays.stream(numbers).allMatch(Double::isNaN);
    }

    static Optional<Double> number(Object given) {
        return given instanceof Number number
                ? Optional.of(number.doubleValue())
                : Optional.empty();
    }

    /** An array or a list of numbers. */
    static Optional<double[]> numbers(Object given) {
        List<Optional<Double>> all = places(given).stream().map(Given::number).toList();
        boolean row = isRow(given) && all.stream().allMatch(Optional::isPresent);
        return row
                ? Optional.of(all.stream().mapToDouble(Optional::orElseThrow).toArray())
                : Optional.empty();
    }

    private static boolean isRow(Object given) {
        return given instanceof List || given != null && given.getClass().isArray();
    }

    private static List<Object> places(Object given) {
        if (given instanceof List<?> list) {
            return Arrays.asList(list.toArray());
        }
        return isRow(given)
                ? IntStream.range(0, Array.getLength(given))
                        .mapToObj(i -> Array.get(given, i))
                        .toList()
                : List.of();
    }

    /** Whether two answers are the same one, as far as people round. */
    static boolean alike(Object a, Object b) {
        if (number(a).isPresent() && number(b).isPresent()) {
            double x = number(a).orElseThrow();
            double y = number(b).orElseThrow();
            return Math.abs(x - y) <= NEAR * Math.max(Math.abs(x), Math.abs(y))
                    || Double.compare(x, y) == 0;
        }
        if (isRow(a) && isRow(b)) {
            List<Object> left = places(a);
            List<Object> right = places(b);
            return left.size() == right.size()
                    && IntStream.range(0, left.size())
                            .allMatch(i -> alike(left.get(i), right.get(i)));
        }
        return a != null && a.equals(b);
    }

    static String type(Object given) {
        return given.getClass().getSimpleName();
    }

    /** Short, and never an exception: {@code toString} may be the student's too. */
    static String words(Object given) {
        try {
            String text = told(given);
            return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS) + " …";
        } catch (RuntimeException | StackOverflowError e) {
            return "something of type " + type(given);
        }
    }

    private static String told(Object given) {
        if (isRow(given)) {
            List<Object> all = places(given);
            String rest = all.size() > MOST_PLACES ? ", …" : "";
            return all.stream()
                    .limit(MOST_PLACES)
                    .map(Given::told)
                    .collect(Collectors.joining(", ", "[", rest + "]"));
        }
        if (given instanceof Double || given instanceof Float) {
            return brief(((Number) given).doubleValue());
        }
        return given instanceof CharSequence ? "“" + given + "”" : String.valueOf(given);
    }

    private static String brief(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        return number != 0 && Math.abs(number) < SMALL
                ? Numbers.scientific(number)
                : new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
