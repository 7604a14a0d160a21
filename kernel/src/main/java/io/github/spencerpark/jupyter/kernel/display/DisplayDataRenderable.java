package io.github.spencerpark.jupyter.kernel.display;

import io.github.alprolab.kernel.api.Displayable;
import io.github.alprolab.kernel.api.MimeBundle;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.Set;

/** A value that renders itself. */
public interface DisplayDataRenderable extends Displayable {
    /** The types it can be rendered by. */
    Set<MIMEType> getSupportedRenderTypes();

    /** Those of them by which it is shown where nobody asks for others. */
    default Set<MIMEType> getPreferredRenderTypes() {
        return getSupportedRenderTypes();
    }

    /** Gives the context the representations that it asks for. */
    void render(RenderContext context);

    @Override
    default MimeBundle display() {
        DisplayData out = new DisplayData(String.valueOf(this));
        render(new RenderContext(getPreferredRenderTypes(), out));
        return out.display();
    }
}
