package io.github.alprolab.datasets.readers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a json is whose outermost value is an object: told from its keys and their values. */
final class NamedEntries {
    private NamedEntries() {}

    /** Every kind that fits. */
    static List<AnnotationKind> kinds(RowSample sample) {
        List<JsonNode> values = sample.values(JsonRows.VALUE);
        if (isMsrvtt(sample)) {
            return List.of(AnnotationKind.MSRVTT_JSON);
        }
        if (all(values, JsonNode::isIntegralNumber)) {
            return List.of(AnnotationKind.ANSWER_LABELS);
        }
        if (all(values, NamedEntries::isActivity)) {
            return List.of(AnnotationKind.ACTIVITYNET_JSON);
        }
        if (Shapes.all(sample.texts(JsonRows.KEY), Shapes::isSplit)) {
            List<AnnotationKind> splits = splits(values);
            if (!splits.isEmpty()) {
                return splits;
            }
        }
        return all(values, v -> v.isTextual() || isTexts(v)) ? texts(sample) : List.of();
    }

    private static boolean isMsrvtt(RowSample sample) {
        return sample.rows().stream()
                .filter(row -> row.fields().path(JsonRows.KEY).asText().equals("sentences"))
                .map(row -> row.fields().path(JsonRows.VALUE).path(0))
                .anyMatch(first -> first.has("video_id") && first.has("caption"));
    }

    /** A video of ActivityNet: its sentences, each with its seconds. */
    private static boolean isActivity(JsonNode value) {
        return isTexts(value.path("sentences")) && value.path("timestamps").isArray();
    }

    private static List<AnnotationKind> splits(List<JsonNode> values) {
        if (all(values, v -> v.isObject() && all(elements(v), e -> e.isTextual() || isTexts(e)))) {
            return List.of(AnnotationKind.SPLIT_MAPS);
        }
        boolean lists = all(values, v -> v.isArray() && all(elements(v), JsonNode::isObject));
        return lists ? List.of(AnnotationKind.SPLIT_LISTS) : List.of();
    }

    /** Captions by video, or names by other names; single letters and words may be either. */
    private static List<AnnotationKind> texts(RowSample sample) {
        List<String> texts = sample.texts(JsonRows.VALUE);
        List<AnnotationKind> kinds = new ArrayList<>();
        if (!Shapes.most(texts, Shapes::isName)) {
            kinds.add(AnnotationKind.CAPTION_MAP);
        }
        boolean single = all(sample.values(JsonRows.VALUE), JsonNode::isTextual);
        if (single && Shapes.all(texts, Shapes::isWord)) {
            kinds.add(AnnotationKind.VIDEO_NAMES);
        }
        return kinds;
    }

    private static boolean isTexts(JsonNode value) {
        return value.isArray() && all(elements(value), JsonNode::isTextual);
    }

    static List<JsonNode> elements(JsonNode container) {
        List<JsonNode> elements = new ArrayList<>();
        container.forEach(elements::add);
        return elements;
    }

    /** All of at least one. */
    private static boolean all(List<JsonNode> values, Predicate<JsonNode> shape) {
        return !values.isEmpty() && values.stream().allMatch(shape);
    }
}
