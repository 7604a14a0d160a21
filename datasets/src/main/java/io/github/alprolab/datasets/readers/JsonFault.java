package io.github.alprolab.datasets.readers;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a json, in the words of its reader instead of the library's. */
final class JsonFault {
    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);
    private static final Pattern FOUND =
            Pattern.compile("(?:Unexpected character \\('|Unrecognized token ')(\\S{1,40}?)'");

    private JsonFault() {}

    /** With line and character. */
    static String inFile(JsonProcessingException fault) {
        JsonLocation at = fault.getLocation();
        return at == null
                ? cause(fault)
                : "line %d, character %d: %s"
                        .formatted(at.getLineNr(), at.getColumnNr(), cause(fault));
    }

    /** With the character, for a line that the caller counts. */
    static String inLine(JsonProcessingException fault) {
        JsonLocation at = fault.getLocation();
        return at == null
                ? cause(fault)
                : "character %d: %s".formatted(at.getColumnNr(), cause(fault));
    }

    private static String cause(JsonProcessingException fault) {
        String message = fault.getOriginalMessage();
        Matcher twice = TWICE.matcher(message);
        if (twice.lookingAt()) {
            return "an object names " + Row.shown(twice.group(1)) + " twice; remove one of them";
        }
        if (fault instanceof JsonEOFException) {
            return "it ends inside a value, as a file that was cut; fetch it again";
        }
        if (fault instanceof StreamConstraintsException) {
            return "a value is too deep or too long to be read (1,000 levels, numbers of 1,000 digits, texts of 20,000,000 letters)";
        }
        if (fault instanceof MismatchedInputException) {
            return "more follows behind the value; one is allowed";
        }
        Matcher found = FOUND.matcher(message);
        return found.find()
                ? Row.shown(found.group(1))
                        + " does not belong there; look for a quote, comma or bracket that is missing before it"
                : "a quote, comma or bracket is missing before it, or a letter stands there that json writes with a backslash";
    }
}
