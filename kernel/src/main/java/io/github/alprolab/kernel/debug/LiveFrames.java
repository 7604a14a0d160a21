package io.github.alprolab.kernel.debug;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The calling thread's frames with their variables. The JDK keeps the class for it to itself; where
 * the JVM was started without {@code --add-opens java.base/java.lang=ALL-UNNAMED} frames have no
 * variables.
 */
final class LiveFrames {
    private static final Optional<LiveFrames> WITH_LOCALS = found();

    private static final String OWN = LiveFrames.class.getPackageName() + ".";

    private final StackWalker walker;
    private final Method locals;

    private LiveFrames(StackWalker walker, Method locals) {
        this.walker = walker;
        this.locals = locals;
    }

    /**
     * A frame.
     *
     * @param slots what it keeps, a number of 64 bits as {@link Slots} reads it for each primitive
     */
    record Frame(StackWalker.StackFrame frame, Object[] slots) {}

    /** The frames, innermost first. */
    static List<Frame> here() {
        return WITH_LOCALS
                .map(live -> live.walker.walk(frames -> frames.map(live::frame).toList()))
                .orElseGet(
                        () ->
                                plain().walk(
                                                frames ->
                                                        frames.map(f -> new Frame(f, new Object[0]))
                                                                .toList()));
    }

    /** How many frames the calling thread has below the debugger's own. */
    static long depth() {
        return StackWalker.getInstance()
                .walk(all -> all.dropWhile(f -> f.getClassName().startsWith(OWN)).count());
    }

    private Frame frame(StackWalker.StackFrame frame) {
        try {
            return new Frame(frame, (Object[]) locals.invoke(frame));
        } catch (IllegalAccessException | InvocationTargetException e) {
            return new Frame(frame, new Object[0]);
        }
    }

    private static StackWalker plain() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    }

    private static Optional<LiveFrames> found() {
        try {
            Class<?> type = Class.forName("java.lang.LiveStackFrame");
            Method walker = type.getDeclaredMethod("getStackWalker", Set.class);
            Method locals = type.getDeclaredMethod("getLocals");
            walker.setAccessible(true);
            locals.setAccessible(true);
            Set<StackWalker.Option> options = Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE);
            return Optional.of(new LiveFrames((StackWalker) walker.invoke(null, options), locals));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
