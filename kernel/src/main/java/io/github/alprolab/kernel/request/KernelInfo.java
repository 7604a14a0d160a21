package io.github.alprolab.kernel.request;

import io.github.alprolab.kernel.debug.SelfAttach;
import io.github.alprolab.kernel.protocol.Message;
import java.util.List;
import java.util.Map;

/** What the kernel says of itself. */
public final class KernelInfo {
    private KernelInfo() {}

    /** The content of {@code kernel_info_reply}. */
    public static Map<String, Object> content() {
        String java = Runtime.version().toString();
        Map<String, Object> content = Replies.ok();
        content.put("protocol_version", Message.VERSION);
        content.put("implementation", "alprolab");
        content.put("implementation_version", version());
        content.put("banner", "Java " + java + " · Alprolab kernel " + version());
        content.put("debugger", SelfAttach.isAllowed());
        content.put("supported_features", SelfAttach.isAllowed() ? List.of("debugger") : List.of());
        content.put(
                "help_links",
                List.of(
                        Map.of(
                                "text",
                                "Java API",
                                "url",
                                "https://docs.oracle.com/en/java/javase/"
                                        + Runtime.version().feature()
                                        + "/docs/api/")));
        content.put(
                "language_info",
                Map.of(
                        "name", "java",
                        "version", java,
                        "mimetype", "text/x-java",
                        "file_extension", ".jsh",
                        "pygments_lexer", "java",
                        "codemirror_mode", "text/x-java",
                        "nbconvert_exporter", "script"));
        return content;
    }

    private static String version() {
        String version = KernelInfo.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
