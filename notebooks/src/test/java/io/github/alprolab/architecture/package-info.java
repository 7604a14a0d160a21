/** Rules over all modules at once. */
package io.github.alprolab.architecture;
