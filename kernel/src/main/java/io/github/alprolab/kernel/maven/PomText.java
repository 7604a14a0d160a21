package io.github.alprolab.kernel.maven;

import io.github.alprolab.kernel.api.MagicException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
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
 * A whole POM of what somebody copied into a cell: one that is whole already, or its pieces, where
 * loose {@code dependency} and {@code repository} elements go where they belong.
 */
final class PomText {
    private static final List<String> NEEDED =
            List.of(
                    "modelVersion",
                    "4.0.0",
                    "groupId",
                    "notebook",
                    "artifactId",
                    "cell",
                    "version",
                    "1");

    private PomText() {}

    static String whole(String pieces) {
        String bare = pieces.replaceFirst("\\A\\s*<\\?xml[^>]*\\?>", "");
        try {
            Document document = parse("<pieces>" + bare + "</pieces>");
            Element project = child(document.getDocumentElement(), "project");
            return project != null ? text(project) : text(assembled(document));
        } catch (SAXException e) {
            throw new MagicException("The POM is not well-formed XML: " + e.getMessage(), e);
        } catch (ParserConfigurationException | IOException | TransformerException e) {
            throw new IllegalStateException("This Java cannot read XML", e);
        }
    }

    private static Element assembled(Document document) {
        Element pieces = document.getDocumentElement();
        Element project = document.createElement("project");
        for (int i = 0; i < NEEDED.size(); i += 2) {
            if (child(pieces, NEEDED.get(i)) == null) {
                Element needed = document.createElement(NEEDED.get(i));
                needed.setTextContent(NEEDED.get(i + 1));
                project.appendChild(needed);
            }
        }
        Element dependencies = document.createElement("dependencies");
        Element repositories = document.createElement("repositories");
        NodeList children = pieces.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element piece) {
                switch (piece.getTagName()) {
                    case "dependency" -> dependencies.appendChild(piece.cloneNode(true));
                    case "repository" -> repositories.appendChild(piece.cloneNode(true));
                    case "dependencies" -> copyChildren(piece, dependencies);
                    case "repositories" -> copyChildren(piece, repositories);
                    default -> project.appendChild(piece.cloneNode(true));
                }
            }
        }
        project.appendChild(repositories);
        project.appendChild(dependencies);
        return project;
    }

    private static void copyChildren(Element from, Element to) {
        NodeList children = from.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            to.appendChild(children.item(i).cloneNode(true));
        }
    }

    private static Element child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        return null;
    }

    /** Without document types, which could name files of this machine. */
    private static Document parse(String xml)
            throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null); // the exception says it all
        return builder.parse(new InputSource(new StringReader(xml)));
    }

    private static String text(Element element) throws TransformerException {
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter text = new StringWriter();
        transformer.transform(new DOMSource(element), new StreamResult(text));
        return text.toString();
    }
}
