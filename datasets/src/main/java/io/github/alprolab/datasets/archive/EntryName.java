package io.github.alprolab.datasets.archive;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The name of an archive's entry as the parts of a path that stays inside its folder on Linux,
 * macOS and Windows alike.
 *
 * @param parts folders, then the file; empty for the archive's root
 */
record EntryName(List<String> parts) {
    private static final int LONGEST_PART = 255;
    private static final int MOST_PARTS = 32;
    private static final String FORBIDDEN = "<>:\"|?*\\";

    private static final Set<String> WINDOWS_DEVICES =
            Set.of("con", "prn", "aux", "nul", "conin$", "conout$", "clock$");

    EntryName {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a name; {@code .} and doubled slashes are taken out.
     *
     * @throws IllegalArgumentException when the name is refused; the message is the end of a
     *     sentence
     */
    static EntryName of(String name) {
        if (name.startsWith("/")) {
            throw new IllegalArgumentException("is an absolute path");
        }
        List<String> parts = new ArrayList<>();
        for (String part : name.split("/")) {
            if (!part.isEmpty() && !part.equals(".")) {
                require(part);
                parts.add(part);
            }
        }
        if (parts.size() > MOST_PARTS) {
            throw new IllegalArgumentException(
                    "lies deeper than the %d folders allowed".formatted(MOST_PARTS));
        }
        return new EntryName(parts);
    }

    private static void require(String part) {
        String fault = fault(part);
        if (!fault.isEmpty()) {
            throw new IllegalArgumentException(fault);
        }
    }

    private static String fault(String part) {
        if (part.equals("..")) {
            return "leaves the folder by \"..\"";
        }
        if (part.chars().anyMatch(c -> Character.isISOControl(c) || FORBIDDEN.indexOf(c) >= 0)) {
            return "has a control character or one of " + FORBIDDEN;
        }
        if (part.endsWith(".") || part.endsWith(" ")) {
            return "ends in a dot or space, which Windows drops";
        }
        if (isWindowsDevice(part)) {
            return "is the name of a Windows device";
        }
        return part.getBytes(StandardCharsets.UTF_8).length > LONGEST_PART
                ? "has a part of more than %d bytes".formatted(LONGEST_PART)
                : "";
    }

    /** Windows takes {@code nul.mp4} for the device as well; ¹²³ count as digits there. */
    private static boolean isWindowsDevice(String part) {
        int dot = part.indexOf('.');
        String stem = (dot < 0 ? part : part.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
        return WINDOWS_DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9¹²³]");
    }

    /** Equal for names that some file system takes for the same. */
    static String folded(String text) {
        String upper = Normalizer.normalize(text, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    /** Hostile names may steer a terminal. */
    static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= 200 ? plain : plain.substring(0, 200) + "…";
    }

    @Override
    public String toString() {
        return String.join("/", parts);
    }
}
