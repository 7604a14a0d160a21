package io.github.alprolab.kernel.session;

/**
 * What the beginnings of lines call that a debugger weaves into cells. Without a debugger no code
 * is woven; a frame that is still in woven code when the debugger goes finds nobody here.
 */
public final class LineHook {
    private static volatile Listener listener;

    private LineHook() {}

    /** Decides at the beginning of a line, on the thread that runs it. */
    public interface Listener {
        /** Whether the thread stops before this line. */
        boolean wants(int site);

        /** Stops the thread; the locals are as they shall go on when it returns. */
        void stop(int site, Object[] locals);

        /** May stop the thread, because an error is leaving the method that calls this. */
        void thrown(Throwable error);
    }

    /** Sets who decides; null when the debugger goes. */
    public static void listen(Listener next) {
        listener = next;
    }

    /** Whether the variables of a line are wanted, because the thread stops there. */
    public static boolean line(int site) {
        Listener now = listener;
        return now != null && now.wants(site);
    }

    /** Tells of an error that leaves a method. */
    public static void thrown(Throwable error) {
        Listener now = listener;
        if (now != null) {
            now.thrown(error);
        }
    }

    /** Stops before a line, and returns the variables as they shall be. */
    public static Object[] stop(int site, Object[] locals) {
        Listener now = listener;
        if (now != null) {
            now.stop(site, locals);
        }
        return locals;
    }
}
