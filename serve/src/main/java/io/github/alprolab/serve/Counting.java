package io.github.alprolab.serve;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Counts every request, also one that is refused further in. */
final class Counting extends Handler.Wrapper {
    private final Metrics metrics;

    Counting(Handler inner, Metrics metrics) {
        super(inner);
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        metrics.watch(request, response, Routes.name(Request.getPathInContext(request)));
        return super.handle(request, response, callback);
    }
}
