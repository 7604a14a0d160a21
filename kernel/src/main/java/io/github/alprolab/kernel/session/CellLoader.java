package io.github.alprolab.kernel.session;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Defines classes of cells, woven; asks the others for what it does not have itself. */
final class CellLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final SnippetClasses others;
    private final Map<String, byte[]> code = new ConcurrentHashMap<>();

    CellLoader(ClassLoader parent, SnippetClasses others) {
        super("cells", parent);
        this.others = others;
        setDefaultAssertionStatus(true); // who writes assert in a cell wants to know
    }

    void add(Map<String, byte[]> classes) {
        code.putAll(classes);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("REPL.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known != null ? known : findClass(name);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = code.remove(name);
        if (bytes == null) {
            return others.findClass(name);
        }
        try {
            byte[] woven = StopChecks.weave(bytes);
            Class<?> type = defineClass(name, woven, 0, woven.length);
            others.defined(type);
            return type;
        } finally {
            others.begun(name);
        }
    }
}
