package io.github.alprolab.spark;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The jars that executors fetch: the library and what it needs beside Spark. */
final class ShippedJars {
    /** Names them, as a class path; {@code ./lab --spark} sets it. */
    private static final String VARIABLE = "ALPROLAB_SPARK_JARS";

    private ShippedJars() {}

    /** None under {@code spark-submit --jars}, which ships them itself. */
    static List<Path> ofThisProcess() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getenv().getOrDefault(VARIABLE, ""))
                .filter(entry -> !entry.isBlank())
                .map(Path::of)
                .toList();
    }
}
