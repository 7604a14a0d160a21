/**
 * Values to representations. Entry type: {@link io.github.alprolab.kernel.display.Displayers}. The
 * displayers of charts and tables need libraries that may be absent. Depends on {@code api}, and
 * knows {@code session}'s sign that a cell was stopped.
 */
package io.github.alprolab.kernel.display;
