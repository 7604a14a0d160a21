package io.github.alprolab.dsl.violation;

import io.github.alprolab.kernel.api.MimeBundle;

/** Breaks the rule that only dsl.jupyter knows the kernel, to prove that the rule sees it. */
public final class KnowsTheKernel {
    private KnowsTheKernel() {}

    public static String text(MimeBundle value) {
        return value.toString();
    }
}
