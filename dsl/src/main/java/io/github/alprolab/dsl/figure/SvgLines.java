package io.github.alprolab.dsl.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * Joins lines that go on where the one before ended into one polyline: the library draws a curve
 * segment by segment, which takes twenty times the room and shows a dot at every corner where the
 * curve lets shine through what is behind it.
 */
final class SvgLines {
    private static final List<String> ENDS = List.of("x1", "y1", "x2", "y2");

    private SvgLines() {}

    /** Joins those among the children of an element. */
    static void join(Element parent) {
        List<Element> run = new ArrayList<>();
        for (Element child : SvgDocument.children(parent)) {
            boolean line = child.getTagName().equals("line");
            if (!line || run.isEmpty() || !goesOn(run.get(run.size() - 1), child)) {
                replace(run);
                run = new ArrayList<>();
            }
            if (line) {
                run.add(child);
            }
        }
        replace(run);
    }

    private static boolean goesOn(Element line, Element next) {
        return line.getAttribute("x2").equals(next.getAttribute("x1"))
                && line.getAttribute("y2").equals(next.getAttribute("y1"))
                && look(line).equals(look(next));
    }

    private static Map<String, String> look(Element line) {
        NamedNodeMap all = line.getAttributes();
        Map<String, String> look = new TreeMap<>();
        IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .filter(a -> !ENDS.contains(a.getNodeName()))
                .forEach(a -> look.put(a.getNodeName(), a.getNodeValue()));
        return look;
    }

    private static void replace(List<Element> run) {
        if (run.size() < 2) {
            return;
        }
        Element first = run.get(0);
        Element curve = first.getOwnerDocument().createElement("polyline");
        look(first).forEach(curve::setAttribute);
        curve.setAttribute(
                "points",
                first.getAttribute("x1")
                        + ","
                        + first.getAttribute("y1")
                        + " "
                        + run.stream()
                                .map(l -> l.getAttribute("x2") + "," + l.getAttribute("y2"))
                                .collect(Collectors.joining(" ")));
        first.getParentNode().replaceChild(curve, first);
        run.stream().skip(1).forEach(l -> l.getParentNode().removeChild(l));
    }
}
