/** What several measurements need. */
package io.github.alprolab.bench;
