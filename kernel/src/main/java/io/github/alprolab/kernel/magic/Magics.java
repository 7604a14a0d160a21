package io.github.alprolab.kernel.magic;

import io.github.alprolab.kernel.api.Magic;
import io.github.alprolab.kernel.api.MagicCall;
import io.github.alprolab.kernel.api.MagicException;
import io.github.alprolab.kernel.api.MagicRegistry;
import io.github.alprolab.kernel.session.NearNames;
import io.github.alprolab.kernel.session.Outcome;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The magics by name. */
final class Magics implements MagicRegistry {
    private final Map<String, Magic> byName = new TreeMap<>();

    @Override
    public void register(Magic magic) {
        byName.put(magic.name(), magic);
        magic.aliases().forEach(alias -> byName.put(alias, magic));
    }

    @Override
    public void registerLineMagic(String name, LineFunction function) {
        register(new FunctionMagic(name, Optional.of(function), cellOf(name)));
    }

    @Override
    public void registerCellMagic(String name, CellFunction function) {
        register(new FunctionMagic(name, lineOf(name), Optional.of(function)));
    }

    @Override
    public Object call(MagicCall call) throws Exception {
        Object result = run(call);
        return result instanceof Outcome outcome ? value(outcome) : result;
    }

    /** What a magic returns; one that ran code returns how that ended. */
    Object run(MagicCall call) throws Exception {
        return find(call).run(call);
    }

    /** The value of code that ran, null for none. */
    static Object value(Outcome outcome) {
        outcome.error()
                .ifPresent(
                        error -> {
                            throw new CellFailure(error);
                        });
        return outcome.value().orElse(null);
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** All names, those of aliases too, sorted. */
    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** Each magic once, sorted by its name. */
    Collection<Magic> all() {
        return new LinkedHashSet<>(byName.values())
                .stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
    }

    Magic find(String name) {
        Magic magic = byName.get(name);
        if (magic == null) {
            throw new MagicException(
                    "There is no magic %"
                            + name
                            + NearNames.of(name, names()).stream()
                                    .findFirst()
                                    .map(near -> "; did you mean %" + near + "?")
                                    .orElse(".")
                            + " There are "
                            + String.join(", ", names())
                            + ".");
        }
        return magic;
    }

    private Magic find(MagicCall call) {
        if (call.name().startsWith("%")) {
            throw new MagicException(
                    "%"
                            + call.name()
                            + " has to be the first line of its cell, for it takes the rest.");
        }
        Magic magic = find(call.name());
        if (call.body().isPresent() && !magic.isCell()) {
            throw new MagicException(
                    "%" + call.name() + " stands on a line of its own, with one percent sign.");
        }
        if (call.body().isEmpty() && !magic.isLine()) {
            throw new MagicException(
                    "%%" + call.name() + " stands above a cell, with two percent signs.");
        }
        return magic;
    }

    private Optional<LineFunction> lineOf(String name) {
        return Optional.ofNullable(byName.get(name))
                .filter(FunctionMagic.class::isInstance)
                .flatMap(magic -> ((FunctionMagic) magic).line());
    }

    private Optional<CellFunction> cellOf(String name) {
        return Optional.ofNullable(byName.get(name))
                .filter(FunctionMagic.class::isInstance)
                .flatMap(magic -> ((FunctionMagic) magic).cell());
    }

    /** A magic that a cell registered; line and cell magic of one name are registered apart. */
    private record FunctionMagic(
            String name, Optional<LineFunction> line, Optional<CellFunction> cell)
            implements Magic {
        @Override
        public String help() {
            return "Was registered by a cell.";
        }

        @Override
        public boolean isLine() {
            return line.isPresent();
        }

        @Override
        public boolean isCell() {
            return cell.isPresent();
        }

        @Override
        public Object run(MagicCall call) throws Exception {
            return call.body().isPresent()
                    ? cell.orElseThrow().execute(call.arguments(), call.body().get())
                    : line.orElseThrow().execute(call.arguments());
        }
    }
}
