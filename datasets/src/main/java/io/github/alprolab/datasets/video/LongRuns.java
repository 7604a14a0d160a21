package io.github.alprolab.datasets.video;

import java.util.Arrays;

/** Long numbers as a short text: the steps between them, equal ones counted. */
final class LongRuns {
    private LongRuns() {}

    /** For instance {@code 0*1,512*39} for 0, 512, 1024, … */
    static String text(long[] numbers) {
        StringBuilder text = new StringBuilder();
        long before = 0;
        for (int i = 0; i < numbers.length; ) {
            long step = numbers[i] - before;
            int run = 0;
            while (i < numbers.length && numbers[i] - before == step) {
                before = numbers[i++];
                run++;
            }
            text.append(text.isEmpty() ? "" : ",").append(step).append('*').append(run);
        }
        return text.toString();
    }

    /**
     * @param most numbers there may be
     * @throws IllegalArgumentException if it is no such text
     */
    static long[] parse(String text, int most) {
        long[] numbers = new long[most];
        int count = 0;
        long last = 0;
        for (String part : text.isEmpty() ? new String[0] : text.split(",")) {
            int star = part.indexOf('*');
            long step = Long.parseLong(part, 0, Math.max(0, star), 10);
            int run = Integer.parseInt(part, star + 1, part.length(), 10);
            if (run < 1 || run > most - count) {
                throw new IllegalArgumentException("more than " + most + " numbers in " + part);
            }
            for (int i = 0; i < run; i++) {
                last += step;
                numbers[count++] = last;
            }
        }
        return Arrays.copyOf(numbers, count);
    }
}
