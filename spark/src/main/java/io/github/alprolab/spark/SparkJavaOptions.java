package io.github.alprolab.spark;

import java.util.Arrays;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * Prints the options that Spark needs of a JVM it does not start itself, one a line: {@code ./lab
 * --spark} gives them to the kernel.
 */
public final class SparkJavaOptions {
    private SparkJavaOptions() {}

    /** Takes nothing. */
    public static void main(String[] arguments) {
        Arrays.stream(JavaModuleOptions.defaultModuleOptionArray()).forEach(System.out::println);
    }
}
