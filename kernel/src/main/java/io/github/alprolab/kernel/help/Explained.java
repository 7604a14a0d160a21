package io.github.alprolab.kernel.help;

import java.util.Optional;

/**
 * A declaration with its documentation.
 *
 * @param signature as JShell words it
 * @param comment raw text of a documentation comment
 */
record Explained(String signature, Optional<String> comment) {}
