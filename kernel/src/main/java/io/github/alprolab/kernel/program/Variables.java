package io.github.alprolab.kernel.program;

import io.github.alprolab.kernel.session.RanSnippet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables of a notebook as static fields. One that is declared again with another type is
 * another field: the last has the name, the earlier ones have a number behind it.
 */
final class Variables {
    private final Map<String, List<String>> types = new LinkedHashMap<>();
    private final Map<String, Integer> now = new HashMap<>();

    Variables(List<RanSnippet> declarations) {
        for (RanSnippet variable : declarations) {
            List<String> known = types.computeIfAbsent(variable.name(), n -> new ArrayList<>());
            if (known.isEmpty() || !known.get(known.size() - 1).equals(variable.type())) {
                known.add(variable.type());
            }
        }
    }

    /** The field of a variable from its next declaration on. */
    String declared(RanSnippet variable) {
        List<String> known = types.get(variable.name());
        int before = now.getOrDefault(variable.name(), -1);
        boolean same = before >= 0 && known.get(before).equals(variable.type());
        now.put(variable.name(), same ? before : before + 1);
        return field(variable.name(), now.get(variable.name()));
    }

    /** Whether a variable has had a declaration already. */
    boolean isDeclared(String name) {
        return now.containsKey(name);
    }

    /** Variables that are called otherwise now than in the end. */
    Map<String, String> renamed() {
        Map<String, String> renamed = new HashMap<>();
        now.forEach(
                (name, index) -> {
                    if (!field(name, index).equals(name)) {
                        renamed.put(name, field(name, index));
                    }
                });
        return renamed;
    }

    /** Names with more than one field. */
    List<String> several() {
        return types.keySet().stream().filter(name -> types.get(name).size() > 1).toList();
    }

    boolean has(String name) {
        return types.containsKey(name);
    }

    /** The fields' declarations. */
    List<String> fields() {
        List<String> fields = new ArrayList<>();
        types.forEach(
                (name, known) -> {
                    for (int i = 0; i < known.size(); i++) {
                        fields.add("static " + known.get(i) + " " + field(name, i) + ";");
                    }
                });
        return fields;
    }

    private String field(String name, int index) {
        return index == types.get(name).size() - 1 ? name : name + "_" + (index + 1);
    }
}
