package io.github.alprolab.kernel.maven;

import io.github.alprolab.kernel.api.MagicCall;
import io.github.alprolab.kernel.api.MagicException;
import io.github.alprolab.kernel.magic.builtin.BuiltinMagic.Work;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code %dependency} of rapaio-jupyter-kernel, which collects coordinates until they are resolved
 * together.
 */
final class DependencyMagic {
    private final Work maven;
    private final Work addRepository;
    private final List<String> collected = new ArrayList<>();

    DependencyMagic(Work maven, Work addRepository) {
        this.maven = maven;
        this.addRepository = addRepository;
    }

    Object run(MagicCall call) throws Exception {
        String command = call.arguments().isEmpty() ? "" : call.arguments().get(0);
        List<String> rest =
                call.arguments().subList(command.isEmpty() ? 0 : 1, call.arguments().size());
        return switch (command) {
            case "/add" -> collect(rest);
            case "/resolve" -> resolve();
            // What follows is when to look for newer files; Maven's own rules hold here.
            case "/add-repo" ->
                    addRepository.run(
                            MagicCall.line(
                                    "dependency /add-repo",
                                    rest.subList(0, Math.min(2, rest.size()))));
            default ->
                    throw new MagicException(
                            "%dependency takes /add COORDINATES, /resolve or /add-repo ID URL"
                                    + (command.isEmpty() ? "." : ", not " + command + ".")
                                    + " %maven COORDINATES does both at once and shows what was added.");
        };
    }

    private Object collect(List<String> coordinates) {
        List<String> all = coordinates.stream().filter(c -> !c.equals("--optional")).toList();
        if (all.isEmpty()) {
            throw new MagicException(
                    "%dependency /add needs coordinates, for example"
                            + " org.apache.commons:commons-lang3:3.17.0.");
        }
        all.forEach(Coordinates::parse); // so that a wrong one is named where it stands
        collected.addAll(all);
        return null;
    }

    private Object resolve() throws Exception {
        if (collected.isEmpty()) {
            throw new MagicException(
                    "%dependency /resolve has nothing to resolve; /add comes first.");
        }
        List<String> all = List.copyOf(collected);
        collected.clear();
        return maven.run(MagicCall.line("dependency", all));
    }
}
