package io.github.alprolab.dsl.run;

import io.github.alprolab.datasets.file.Digest;
import io.github.alprolab.dsl.record.CanonicalJson;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * All settings of an experiment with every default written out.
 *
 * @param kind prompter, pretraining or retrieval
 * @param name of the runs, no part of the identity
 * @param device as code; recorded, no part of the identity
 * @param dataHash of the data sets
 * @param parts settings of each part
 * @param code the expression that rebuilds the experiment
 */
public record Description(
        String kind,
        String name,
        String device,
        String dataHash,
        Map<String, Object> parts,
        String code) {
    /** Moves when the same settings would give other numbers. */
    private static final int SCHEMA = 1;

    /** What {@code experiment.json} holds. */
    public String json() {
        Map<String, Object> all = identity();
        all.put("name", name);
        all.put("device", device);
        return CanonicalJson.write(all);
    }

    /** What a session is to do with it. */
    public RunPlan plan(RunPlan.Kind doing, Supplier<Map<String, Object>> data) {
        return new RunPlan(name, hash(), json(), code, data, doing);
    }

    /** Hex SHA-256. */
    public String hash() {
        return Digest.sha256().add(CanonicalJson.write(identity())).hex();
    }

    /** The first eight digits of the hash. */
    public String brief() {
        return hash().substring(0, 8);
    }

    private Map<String, Object> identity() {
        Map<String, Object> all = new TreeMap<>(parts);
        all.put("kind", kind);
        all.put("data", dataHash);
        all.put("schema", SCHEMA);
        return all;
    }
}
