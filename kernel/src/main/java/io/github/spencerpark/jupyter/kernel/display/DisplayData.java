package io.github.spencerpark.jupyter.kernel.display;

import io.github.alprolab.kernel.api.Content;
import io.github.alprolab.kernel.api.Displayable;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.LinkedHashMap;
import java.util.Map;

/** Representations of one value, which are filled in one after the other. */
public final class DisplayData implements Displayable {
    private final Map<String, Object> data = new LinkedHashMap<>();
    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private String displayId;

    /** Begins with a text. */
    public DisplayData(String text) {
        putText(text);
    }

    DisplayData(MimeBundle bundle) {
        data.putAll(bundle.data());
        metadata.putAll(bundle.metadata());
    }

    /** The id under which it is shown; null before. */
    public String getDisplayId() {
        return displayId;
    }

    /** Says under which id it is shown. */
    public void setDisplayId(String id) {
        displayId = id;
    }

    /** Adds a representation. */
    public void putData(String type, Object value) {
        data.put(type, value);
    }

    /** Adds a representation. */
    public void putData(MIMEType type, Object value) {
        putData(type.toString(), value);
    }

    /** Adds a representation with details of it. */
    public void putData(MIMEType type, Object value, Object details) {
        putData(type, value);
        putMetaData(type, details);
    }

    /** Adds details of a representation. */
    public void putMetaData(String type, Object details) {
        metadata.put(type, details);
    }

    /** Adds details of a representation. */
    public void putMetaData(MIMEType type, Object details) {
        putMetaData(type.toString(), details);
    }

    /** A representation, null where there is none. */
    public Object getData(MIMEType type) {
        return data.get(type.toString());
    }

    /** Whether there is a representation. */
    public boolean hasDataForType(MIMEType type) {
        return data.containsKey(type.toString());
    }

    /** Takes over all that another has. */
    public void assign(DisplayData other) {
        data.putAll(other.data);
        metadata.putAll(other.metadata);
    }

    public void putText(String text) {
        putData(MIMEType.TEXT_PLAIN, text);
    }

    public void putHTML(String html) {
        putData(MIMEType.TEXT_HTML, html);
    }

    public void putLatex(String latex) {
        putData(MIMEType.TEXT_LATEX, latex);
    }

    /** Adds a formula without its dollar signs. */
    public void putMath(String formula) {
        putLatex("$$" + formula + "$$");
    }

    public void putMarkdown(String markdown) {
        putData(MIMEType.TEXT_MARKDOWN, markdown);
    }

    public void putJavaScript(String script) {
        putData(MIMEType.APPLICATION_JAVASCRIPT, script);
    }

    /**
     * Adds a tree to unfold.
     *
     * @throws IllegalArgumentException for a text that is not JSON
     */
    public void putJSON(String json) {
        String type = MIMEType.APPLICATION_JSON.name();
        putData(type, Content.json(json).data().get(type));
    }

    public void putSVG(String svg) {
        putData(MIMEType.IMAGE_SVG, svg);
    }

    @Override
    public MimeBundle display() {
        return new MimeBundle(data, metadata);
    }
}
