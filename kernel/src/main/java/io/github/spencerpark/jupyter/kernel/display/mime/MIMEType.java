package io.github.spencerpark.jupyter.kernel.display.mime;

import java.util.regex.Pattern;

/**
 * A type of a representation.
 *
 * @param name as it is written, such as {@code text/html}; {@code *} and {@code image/*} stand for
 *     several
 */
public record MIMEType(String name) {
    private static final Pattern WRITTEN =
            Pattern.compile("\\*|[\\w!#$&^.+-]+(/(\\*|[\\w!#$&^.+-]+))?");

    public static final MIMEType ANY = parse("*");
    public static final MIMEType APPLICATION_JAVASCRIPT = parse("application/javascript");
    public static final MIMEType APPLICATION_JSON = parse("application/json");
    public static final MIMEType APPLICATION_PDF = parse("application/pdf");
    public static final MIMEType APPLICATION_XML = parse("application/xml");
    public static final MIMEType IMAGE_GIF = parse("image/gif");
    public static final MIMEType IMAGE_JPEG = parse("image/jpeg");
    public static final MIMEType IMAGE_PNG = parse("image/png");
    public static final MIMEType IMAGE_SVG = parse("image/svg+xml");
    public static final MIMEType TEXT_CSS = parse("text/css");
    public static final MIMEType TEXT_HTML = parse("text/html");
    public static final MIMEType TEXT_LATEX = parse("text/latex");
    public static final MIMEType TEXT_MARKDOWN = parse("text/markdown");
    public static final MIMEType TEXT_PLAIN = parse("text/plain");

    public MIMEType {
        if (!WRITTEN.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is no MIME type; one is for example text/html.");
        }
    }

    /** The type of a name. */
    public static MIMEType parse(String name) {
        return new MIMEType(name);
    }

    /** Whether this type, which may stand for several, means another. */
    public boolean means(MIMEType other) {
        String group = name.endsWith("/*") ? name.substring(0, name.length() - 1) : name + "/";
        return name.equals("*") || equals(other) || other.name.startsWith(group);
    }

    @Override
    public String toString() {
        return name;
    }
}
