package io.github.alprolab.kernel.display;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The elements of an array, a collection or a map by index.
 *
 * @param size how many there are
 * @param readable how many have an index, the first ones
 */
record Rows(int size, int readable, IntFunction<Object> get) {
    /** Of a collection that has no index so many elements are read. */
    private static final int MOST_READ = 10_000;

    /** The kind of rows is decided by so many. */
    private static final int LOOKED_AT = 100;

    /** Empty for values that have no elements. */
    static Optional<Rows> of(Object value) {
        if (value == null) {
            return Optional.empty();
        }
        if (value.getClass().isArray()) {
            int length = Array.getLength(value);
            return Optional.of(new Rows(length, length, i -> Array.get(value, i)));
        }
        if (value instanceof List<?> list && value instanceof RandomAccess) {
            return Optional.of(new Rows(list.size(), list.size(), list::get));
        }
        if (value instanceof Map<?, ?> map) {
            return Optional.of(read(map.entrySet()));
        }
        return value instanceof Collection<?> all ? Optional.of(read(all)) : Optional.empty();
    }

    private static Rows read(Collection<?> all) {
        List<Object> read = new ArrayList<>();
        all.stream().limit(MOST_READ).forEach(read::add);
        return new Rows(all.size(), read.size(), read::get);
    }

    /** The first elements, some of which may be null. */
    List<Object> first() {
        List<Object> first = new ArrayList<>();
        IntStream.range(0, Math.min(readable, LOOKED_AT)).forEach(i -> first.add(get.apply(i)));
        return first;
    }
}
