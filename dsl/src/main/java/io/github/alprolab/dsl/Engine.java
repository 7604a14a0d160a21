package io.github.alprolab.dsl;

import io.github.alprolab.alpro.setting.Code;
import io.github.alprolab.dsl.check.AdviceException;
import io.github.alprolab.dsl.shard.EngineProvider;
import io.github.alprolab.dsl.shard.LocalEngine;
import io.github.alprolab.dsl.shard.ShardEngine;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Where the work of many clips is done: in this process, or elsewhere by a module that is on the
 * class path. The result is the same. A value.
 *
 * <pre>{@code
 * Gallery.of(pairs).from(checkpoint).engine(Engine.local()).embed()
 * }</pre>
 */
public final class Engine {
    private static final String SPARK = "spark";

    private final String name;
    private final String place;

    private Engine(String name, String place) {
        this.name = name;
        this.place = place;
    }

    /** All cores of this process, with one model. */
    public static Engine local() {
        return new Engine("local", "");
    }

    /**
     * Apache Spark, which the module {@code alprolab-spark} brings.
     *
     * @param master as Spark names it: {@code local[2]}, {@code spark://host:7077}, {@code yarn}
     */
    public static Engine spark(String master) {
        return new Engine(SPARK, Objects.requireNonNull(master, "spark"));
    }

    /**
     * What does the work; the caller closes it.
     *
     * @throws AdviceException C51 where its module is not on the class path
     */
    ShardEngine engine() {
        if (!name.equals(SPARK)) {
            return new LocalEngine();
        }
        return providers()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(this::missing)
                .engine(place);
    }

    /** Of the libraries that a cell asked for, too. */
    private static Stream<EngineProvider> providers() {
        List<ClassLoader> loaders =
                Stream.of(
                                Thread.currentThread().getContextClassLoader(),
                                Engine.class.getClassLoader())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return loaders.stream()
                .flatMap(
                        loader ->
                                ServiceLoader.load(EngineProvider.class, loader).stream()
                                        .map(ServiceLoader.Provider::get));
    }

    private AdviceException missing() {
        return new AdviceException(
                "C51",
                "%s is asked for, and no library on the class path brings it.".formatted(this),
                "Engine.local() does the same in this process; docs/gallery.md says how to add Spark");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Engine that && name.equals(that.name) && place.equals(that.place);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, place);
    }

    @Override
    public String toString() {
        return "Engine." + name + "(" + (place.isEmpty() ? "" : Code.of(place)) + ")";
    }
}
