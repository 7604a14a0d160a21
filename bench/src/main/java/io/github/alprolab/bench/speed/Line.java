package io.github.alprolab.bench.speed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.alprolab.bench.ResidentMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One line of JSON: what was measured, the figures, memory and machine. */
final class Line {
    private static final MathContext DIGITS = new MathContext(4);
    private static final int KIB = 1024;

    private final Map<String, Object> all = new LinkedHashMap<>();

    Line(String benchmark, SpeedSettings settings) {
        all.put("bench", benchmark);
        all.put("size", settings.size().toString());
        all.put("precision", settings.precision().name().toLowerCase(Locale.ROOT));
        all.put("threads", settings.threads());
    }

    Line with(String name, Object value) {
        all.put(name, value instanceof Double number ? rounded(number) : value);
        return this;
    }

    /** With the most memory that this process had at once, and the machine. */
    void print() {
        try {
            ResidentMemory.peak().ifPresent(kib -> with("peak_resident_mib", kib / KIB));
            all.putAll(Machine.json());
            System.out.println(new ObjectMapper().writeValueAsString(all));
            System.out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To four digits. */
    static Object rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS) : "unknown";
    }
}
