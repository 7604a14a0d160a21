package io.github.alprolab.dsl.figure;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Makes of the library's SVG one that is read everywhere: with a description, with fonts that
 * others have, in as few digits as are seen, and on request in the colours of its page.
 *
 * <p>Colours stand in attributes and not in styles, because GitHub and nbviewer drop styles and
 * would paint everything black. The dark colours stand in one style sheet that only browsers use.
 */
final class SvgDocument {
    private static final String HREF = "xlink:href";
    private static final Pattern DIGITS = Pattern.compile("(\\d\\.\\d\\d)\\d+");
    private static final Pattern REFERENCE = Pattern.compile("url\\(#");
    private static final List<String> NUMBERS =
            List.of(
                    "d", "x", "y", "width", "height", "points", "rx", "ry", "x1", "y1", "x2", "y2",
                    "cx", "cy");
    private static final List<String> COLOURS = List.of("fill", "stroke");

    private final Map<String, String> dark = new TreeMap<>();
    private final String prefix;

    private SvgDocument(String prefix) {
        this.prefix = prefix;
    }

    /**
     * Of a drawing.
     *
     * @param figure for its words
     * @param svg the drawing
     * @param night the same drawing in dark colours, where it follows its page
     */
    static String of(Figure figure, String svg, Optional<String> night) {
        try {
            Document document = read(svg);
            Element root = document.getDocumentElement();
            Element other = night.isPresent() ? read(night.get()).getDocumentElement() : root;
            SvgDocument result = new SvgDocument("f" + Integer.toHexString(svg.hashCode()));
            result.rewrite(root, alike(root, other) ? other : root);
            result.describe(document, figure);
            return write(document);
        } catch (ParserConfigurationException
                | SAXException
                | IOException
                | TransformerException e) {
            throw new IllegalStateException("A figure could not be written as SVG", e);
        }
    }

    private static Document read(String svg)
            throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static String write(Document document) throws TransformerException {
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter text = new StringWriter();
        transformer.transform(new DOMSource(document.getDocumentElement()), new StreamResult(text));
        return text.toString();
    }

    private static boolean alike(Element one, Element other) {
        List<Element> mine = children(one);
        List<Element> others = children(other);
        return one.getTagName().equals(other.getTagName())
                && mine.size() == others.size()
                && IntStream.range(0, mine.size()).allMatch(i -> alike(mine.get(i), others.get(i)));
    }

    static List<Element> children(Element element) {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private void rewrite(Element element, Element night) {
        Map<String, String> style = style(element);
        Map<String, String> other = style(night);
        element.removeAttribute("style");
        style.forEach((name, value) -> element.setAttribute(name, named(value)));
        COLOURS.stream()
                .filter(c -> !style.getOrDefault(c, "").equals(other.getOrDefault(c, "")))
                .forEach(c -> follow(element, c, other.get(c)));
        shorten(element);
        switch (element.getTagName()) {
            case "text" -> fonts(element);
            case "image" ->
                    element.setAttribute(HREF, SvgPicture.smaller(element.getAttribute(HREF)));
            default -> dropSpace(element);
        }
        List<Element> mine = children(element);
        List<Element> others = children(night);
        for (int i = 0; i < mine.size(); i++) {
            rewrite(mine.get(i), others.get(i));
        }
        SvgLines.join(element);
    }

    private static Map<String, String> style(Element element) {
        return Arrays.stream(element.getAttribute("style").split(";"))
                .map(p -> p.split(":", 2))
                .filter(p -> p.length == 2)
                .collect(Collectors.toMap(p -> p[0], p -> p[1], (a, b) -> b, TreeMap::new));
    }

    /** Names inside a drawing differ from those of other drawings on the page. */
    private String named(String value) {
        return REFERENCE.matcher(value).replaceAll("url(#" + prefix);
    }

    private void follow(Element element, String colour, String night) {
        String name = "%s-%s".formatted(colour, night.replaceAll("\\D+", "-"));
        dark.put("." + name, colour + ":" + night);
        String before = element.getAttribute("class");
        element.setAttribute("class", before.isEmpty() ? name : before + " " + name);
    }

    private void shorten(Element element) {
        for (String name : NUMBERS) {
            if (element.hasAttribute(name)) {
                String value = DIGITS.matcher(element.getAttribute(name)).replaceAll("$1");
                element.setAttribute(name, value);
            }
        }
        if (element.hasAttribute("id")) {
            element.setAttribute("id", prefix + element.getAttribute("id"));
        }
    }

    /**
     * Verdana is as wide as DejaVu Sans; with any other font the words keep their width. The
     * library is silent about its own usual font, which is 12 pixels high.
     */
    private static void fonts(Element text) {
        String family = text.getAttribute("font-family").replace("\"", "");
        String first = family.isEmpty() ? "DejaVu Sans" : family;
        text.setAttribute("font-family", first + ",Verdana,sans-serif");
        if (!text.hasAttribute("font-size")) {
            text.setAttribute("font-size", "12px");
        }
        double size = Double.parseDouble(text.getAttribute("font-size").replace("px", ""));
        boolean bold = text.getAttribute("font-weight").equals("bold");
        double width = Brush.measuring().width(text.getTextContent(), size, bold);
        text.setAttribute("textLength", Long.toString(Math.max(1, Math.round(width))));
        text.setAttribute("lengthAdjust", "spacingAndGlyphs");
        text.setAttribute("xml:space", "preserve");
    }

    private static void dropSpace(Element element) {
        NodeList nodes = element.getChildNodes();
        for (int i = nodes.getLength() - 1; i >= 0; i--) {
            Node node = nodes.item(i);
            if (node.getNodeType() == Node.TEXT_NODE && node.getNodeValue().isBlank()) {
                element.removeChild(node);
            }
        }
    }

    private void describe(Document document, Figure figure) {
        Element root = document.getDocumentElement();
        root.setAttribute("role", "img");
        root.setAttribute("aria-label", Brush.drawable(figure.alt()));
        Node first = root.getFirstChild();
        if (!figure.title().isBlank()) {
            root.insertBefore(element(document, "title", figure.title()), first);
        }
        root.insertBefore(element(document, "desc", figure.alt()), first);
        if (!dark.isEmpty()) {
            String rules =
                    dark.entrySet().stream()
                            .map(r -> r.getKey() + "{" + r.getValue() + "}")
                            .collect(Collectors.joining());
            String sheet = "@media (prefers-color-scheme:dark){" + rules + "}";
            root.insertBefore(element(document, "style", sheet), first);
        }
    }

    private static Element element(Document document, String name, String text) {
        Element element = document.createElement(name);
        element.setTextContent(Brush.drawable(text));
        return element;
    }
}
