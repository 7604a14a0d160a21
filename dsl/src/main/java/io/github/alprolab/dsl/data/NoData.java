package io.github.alprolab.dsl.data;

import io.github.alprolab.datasets.archive.ArchiveException;
import io.github.alprolab.datasets.readers.AnnotationException;
import io.github.alprolab.dsl.check.AdviceException;
import java.util.function.Supplier;

/** C10: annotations, videos or archives that are missing or cannot be read. */
public final class NoData {
    private NoData() {}

    /** What a data set answers; advice where it cannot. */
    public static <T> T advised(Supplier<T> question) {
        try {
            return question.get();
        } catch (AnnotationException e) {
            throw advice(e, e.fix());
        } catch (ArchiveException e) {
            throw advice(e, "Datasets.list()");
        }
    }

    private static AdviceException advice(RuntimeException cause, String fix) {
        AdviceException advice = new AdviceException("C10", cause.getMessage(), fix);
        advice.initCause(cause);
        return advice;
    }
}
