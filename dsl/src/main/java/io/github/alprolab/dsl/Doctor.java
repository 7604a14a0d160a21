package io.github.alprolab.dsl;

/** Prints the environment card: {@code ./lab doctor}. */
final class Doctor {
    private Doctor() {}

    public static void main(String[] arguments) {
        System.out.println(Environment.current());
    }
}
