package io.github.alprolab.kernel.help;

import java.util.function.UnaryOperator;

/** A small fluent type with what experiment settings have: an enum, factories, edits, lambdas. */
public record Schedule(int epochs, Course course) {
    /** The course of a rate. */
    public enum Course {
        LINEAR,
        CONSTANT;

        public Course next() {
            return CONSTANT;
        }
    }

    /** Where it runs. */
    public static final class Place {
        /** The usual one. */
        public static final Place HERE = new Place();

        private Place() {}

        public static Place remote(String host) {
            return new Place();
        }

        public static Place any() {
            return new Place();
        }
    }

    /** An interface whose values have Object's methods too. */
    public interface Start {
        Schedule epochs(int count);
    }

    /** Makes values of a type that has no factories. */
    public static final class Starts {
        private Starts() {}

        public static Start soon() {
            return begin();
        }

        public static String words() {
            return "soon";
        }

        public static Start inner() {
            return begin();
        }
    }

    public Schedule from(Start start) {
        return start.epochs(epochs);
    }

    public Start start() {
        return begin();
    }

    public static Schedule once() {
        return new Schedule(1, Course.LINEAR);
    }

    public static Start begin() {
        return count -> new Schedule(count, Course.LINEAR);
    }

    /** With another number of passes. */
    public Schedule epochs(int count) {
        return new Schedule(count, course);
    }

    public Schedule course(Course next) {
        return new Schedule(epochs, next);
    }

    public Schedule at(Place place, boolean sure) {
        return this;
    }

    public Schedule all(Course... courses) {
        return this;
    }

    public Schedule edit(UnaryOperator<Schedule> change) {
        return change.apply(this);
    }
}
