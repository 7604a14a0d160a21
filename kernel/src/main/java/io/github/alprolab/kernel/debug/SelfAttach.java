package io.github.alprolab.kernel.debug;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * Gets the right to change this JVM's own loaded classes while it runs. Nothing listens for that on
 * the network: the JVM is asked by the file that its own user alone may open.
 */
public final class SelfAttach {
    private static final String ALLOWED = "jdk.attach.allowAttachSelf";

    private SelfAttach() {}

    /** Whether this JVM was started so that it may. */
    public static boolean isAllowed() {
        return Boolean.getBoolean(ALLOWED);
    }

    /**
     * The right, which the JVM gives once and for good.
     *
     * @throws IOException where it does not, with the reason
     */
    static Instrumentation instrumentation() throws IOException {
        if (Agent.instrumentation() == null) {
            attach();
        }
        return Agent.instrumentation();
    }

    private static void attach() throws IOException {
        if (!isAllowed()) {
            throw new IOException(
                    "this kernel was started without -D" + ALLOWED + "=true; install it anew");
        }
        Path jar = Files.createTempFile("alprolab-debugger", ".jar");
        try {
            write(jar);
            VirtualMachine here = VirtualMachine.attach("" + ProcessHandle.current().pid());
            try {
                here.loadAgent(jar.toString());
            } finally {
                here.detach();
            }
        } catch (AttachNotSupportedException
                | AgentLoadException
                | AgentInitializationException e) {
            throw new IOException("the JVM refuses it: " + e, e);
        } finally {
            jar.toFile().deleteOnExit(); // it stays open
        }
    }

    /** A jar of the agent's class alone, which the JVM's own class path has already. */
    private static void write(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Agent-Class", Agent.class.getName());
        main.putValue("Can-Retransform-Classes", "true");
        String entry = Agent.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream code = Agent.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new ZipEntry(entry));
            code.transferTo(out);
        }
    }
}
