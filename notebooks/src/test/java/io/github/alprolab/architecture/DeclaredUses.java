package io.github.alprolab.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Each package uses the packages of this repository that its {@code package-info.java} names in the
 * sentence «Uses …», no others, and all of them.
 */
final class DeclaredUses extends ArchCondition<JavaClass> {
    private final UsesSentences sentences;
    private final Map<String, Set<String>> used = new TreeMap<>();

    DeclaredUses(UsesSentences sentences) {
        super("use the packages that their package-info.java names, and no others");
        this.sentences = sentences;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String here = type.getPackageName();
        Set<String> seen = used.computeIfAbsent(here, name -> new TreeSet<>());
        Set<String> declared = sentences.of(here).orElse(Set.of());
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            String there = dependency.getTargetClass().getBaseComponentType().getPackageName();
            if (there.equals(here) || !sentences.isOurs(there)) {
                continue;
            }
            if (!declared.contains(there) && seen.add(there)) {
                violated(here, dependency.getDescription() + ", which is not named", events);
            }
            seen.add(there);
        }
    }

    @Override
    public void finish(ConditionEvents events) {
        used.forEach(
                (here, seen) -> {
                    Optional<Set<String>> declared = sentences.of(here);
                    if (declared.isEmpty()) {
                        violated(here, "there is no sentence «Uses …»", events);
                    }
                    declared.orElse(Set.of()).stream()
                            .filter(there -> !seen.contains(there))
                            .forEach(there -> violated(here, there + " is not used", events));
                });
        used.clear();
    }

    private void violated(String here, String what, ConditionEvents events) {
        events.add(SimpleConditionEvent.violated(here, here + ": " + what));
    }
}
