package io.github.alprolab.dsl.answer;

import io.github.alprolab.dsl.figure.Spread;
import io.github.alprolab.dsl.figure.Wilson;
import java.util.List;

/**
 * Some of the questions, counted.
 *
 * @param name such as a type
 * @param answers at least one
 * @param floor what needs no model gets right, 0 to 1
 */
record AnswerGroup(String name, List<GivenAnswer> answers, double floor) {

    int count() {
        return answers.size();
    }

    long right() {
        return answers.stream().filter(GivenAnswer::isRight).count();
    }

    double accuracy() {
        return (double) right() / count();
    }

    /** In which the true accuracy lies 95 times of 100. */
    Spread interval() {
        return Wilson.interval(right(), count());
    }
}
