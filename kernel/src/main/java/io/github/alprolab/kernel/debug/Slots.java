package io.github.alprolab.kernel.debug;

import java.util.Optional;

/**
 * Values in the slots of a live frame. The JVM gives 64 bits for a slot that holds no reference; of
 * a long or a double the second slot has the value.
 */
final class Slots {
    private static final String PRIMITIVES = "ZCBSIFJD";

    private Slots() {}

    /** The value of a variable; empty where the JVM no longer keeps it. */
    static Optional<Object[]> value(Object[] slots, Local local) {
        boolean primitive = PRIMITIVES.contains(local.type());
        boolean wide = local.type().equals("J") || local.type().equals("D");
        int slot = local.slot() + (wide ? 1 : 0);
        if (slot >= slots.length) {
            return Optional.empty();
        }
        Object held = slots[slot];
        boolean bits = held != null && held.getClass().getName().startsWith("java.lang.LiveStack");
        if (primitive != bits) {
            return Optional.empty();
        }
        return Optional.of(
                new Object[] {primitive ? value(Long.parseLong(held.toString()), local) : held});
    }

    private static Object value(long bits, Local local) {
        int low = (int) bits;
        return switch (local.type().charAt(0)) {
            case 'Z' -> low != 0;
            case 'C' -> (char) low;
            case 'B' -> (byte) low;
            case 'S' -> (short) low;
            case 'I' -> low;
            case 'F' -> Float.intBitsToFloat(low);
            case 'J' -> bits;
            default -> Double.longBitsToDouble(bits);
        };
    }
}
