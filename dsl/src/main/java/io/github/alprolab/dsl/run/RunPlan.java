package io.github.alprolab.dsl.run;

import java.util.Map;
import java.util.function.Supplier;

/**
 * What is to be run, as its record tells it.
 *
 * @param name of the runs
 * @param hash hex SHA-256 of settings and data, which names the folder
 * @param settings what {@code experiment.json} holds
 * @param code the expression that rebuilds the experiment
 * @param data what {@code data.json} holds, asked where a folder is begun
 * @param kind what is done, in words
 */
public record RunPlan(
        String name,
        String hash,
        String settings,
        String code,
        Supplier<Map<String, Object>> data,
        Kind kind) {
    private static final int BRIEF = 8;

    /** What is done, and whether it goes on where it stopped. */
    public enum Kind {
        TRAINING("training", "trains", true),
        MEASURING("measuring", "measures", false);

        private final String doing;
        private final String does;
        private final boolean resumes;

        Kind(String doing, String does, boolean resumes) {
            this.doing = doing;
            this.does = does;
            this.resumes = resumes;
        }

        String doing() {
            return doing;
        }

        String does() {
            return does;
        }

        boolean resumes() {
            return resumes;
        }

        /** What {@code run()} does with a run that stopped. */
        String later() {
            return resumes ? "run() goes on from here" : "run() " + does + " anew";
        }
    }

    /** Name and the beginning of the hash. */
    String brief() {
        return name + " · " + hash.substring(0, BRIEF);
    }
}
