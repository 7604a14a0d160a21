/**
 * Values to representations. Entry type: {@link io.github.alprolab.kernel.display.Displayers}. The
 * displayers of charts and tables call libraries that cells have by the names of their methods. It
 * knows the sign of {@code session} that a cell was stopped. Uses {@code api} and {@code session}.
 */
package io.github.alprolab.kernel.display;
