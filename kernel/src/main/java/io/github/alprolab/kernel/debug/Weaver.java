package io.github.alprolab.kernel.debug;

import io.github.alprolab.kernel.session.CellLine;
import io.github.alprolab.kernel.session.FrameCode;
import io.github.alprolab.kernel.session.LineHook;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Weaves hooks into the lines of cells while a debugger is there, and takes them out when it goes:
 * into classes that are loaded already, in place, and into those that come.
 */
final class Weaver implements ClassFileTransformer {
    private static final System.Logger LOG = System.getLogger(Weaver.class.getName());

    /** JShell's package of what cells declare. */
    private static final String CELLS = "REPL.";

    private static final Pattern WRAPPER = Pattern.compile("REPL/\\$JShell\\$\\w+");

    private final BiFunction<String, Integer, Optional<CellLine>> places;
    private final Sites sites;
    private final Set<String> libraries = ConcurrentHashMap.newKeySet();
    private final Instrumentation jvm;

    /**
     * Begins to weave.
     *
     * @param places lines of classes to lines of cells
     * @throws IOException where this JVM does not let its classes be changed
     */
    Weaver(BiFunction<String, Integer, Optional<CellLine>> places, Sites sites) throws IOException {
        this.places = places;
        this.sites = sites;
        this.jvm = SelfAttach.instrumentation();
        jvm.addTransformer(this, true);
        transform(loaded().filter(type -> type.getName().startsWith(CELLS)).toList());
    }

    /** Classes are as they were again. */
    void remove() {
        jvm.removeTransformer(this);
        transform(loaded().filter(type -> isWanted(type.getName())).toList());
    }

    /** Weaves classes of libraries too, where they are loaded. */
    void add(Collection<String> names) {
        Set<String> wanted = ConcurrentHashMap.newKeySet();
        names.stream().filter(libraries::add).forEach(wanted::add);
        if (!wanted.isEmpty()) {
            transform(
                    loaded().filter(type -> wanted.contains(type.getName()))
                            .filter(Weaver::seesHook)
                            .toList());
        }
    }

    /** A class whose loader does not know the kernel could not be linked with its hooks. */
    private static boolean seesHook(Class<?> type) {
        try {
            ClassLoader loader = type.getClassLoader();
            return Class.forName(LineHook.class.getName(), false, loader) == LineHook.class;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** A loaded class of a name. */
    Optional<Class<?>> find(String name) {
        return loaded().filter(type -> type.getName().equals(name)).findFirst();
    }

    private Stream<Class<?>> loaded() {
        return Stream.of(jvm.getAllLoadedClasses());
    }

    private boolean isWanted(String name) {
        return name.startsWith(CELLS) || libraries.contains(name);
    }

    private void transform(List<Class<?>> types) {
        for (Class<?> type : types) {
            try {
                if (jvm.isModifiableClass(type) && !type.isHidden()) {
                    jvm.retransformClasses(type);
                }
            } catch (UnmodifiableClassException | RuntimeException | LinkageError e) {
                LOG.log(System.Logger.Level.WARNING, "No breakpoints in " + type.getName(), e);
            }
        }
    }

    @Override
    public byte[] transform(
            ClassLoader loader,
            String name,
            Class<?> changed,
            ProtectionDomain domain,
            byte[] code) {
        if (name == null || !isWanted(name.replace('/', '.'))) {
            return null;
        }
        try {
            return woven(code);
        } catch (RuntimeException | LinkageError e) { // such as a method that has no room for more
            LOG.log(System.Logger.Level.WARNING, "No breakpoints in " + name, e);
            return null;
        }
    }

    private byte[] woven(byte[] code) {
        ClassReader reader = new ClassReader(code);
        LineTable table = new LineTable(reader);
        if (table.has(FrameCode.METHOD)) {
            return null; // code that is run in a stopped frame
        }
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        String owner = reader.getClassName();
        List<Site> made = new ArrayList<>();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String type, String generic, String[] thrown) {
                        MethodVisitor method =
                                super.visitMethod(access, name, type, generic, thrown);
                        return isWritten(owner, access, name)
                                ? new LineHooks(
                                        owner,
                                        access,
                                        name,
                                        type,
                                        method,
                                        table.lines(name, type),
                                        numbers(owner.replace('/', '.'), name, type, made))
                                : method;
                    }
                },
                ClassReader.EXPAND_FRAMES);
        byte[] woven = writer.toByteArray();
        sites.made(made);
        return woven;
    }

    /**
     * Whether people wrote the method: not so a bridge, nor what JShell's own classes begin with.
     */
    private static boolean isWritten(String owner, int access, String method) {
        boolean empty = (access & (Opcodes.ACC_BRIDGE | Opcodes.ACC_ABSTRACT)) != 0;
        return !empty && !(WRAPPER.matcher(owner).matches() && method.startsWith("<"));
    }

    private LineHooks.Numbers numbers(
            String owner, String method, String descriptor, List<Site> made) {
        return (line, locals, table) -> {
            boolean ofCell = owner.startsWith(CELLS);
            Optional<CellLine> place = ofCell ? places.apply(owner, line) : Optional.empty();
            if (ofCell && place.isEmpty()) {
                return LineHooks.NONE; // JShell wrote it
            }
            Site last = made.isEmpty() ? null : made.get(made.size() - 1);
            if (ofCell && last != null && last.goesOn(method, line, place.get().line())) {
                last.calls().addAll(table.calls());
                return LineHooks.NONE;
            }
            Site site = new Site(owner, method, descriptor, line, locals, table.calls(), place);
            made.add(site);
            return sites.add(site);
        };
    }
}
