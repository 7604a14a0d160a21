package io.github.alprolab.kernel.api.widget;

/**
 * A rectangle in one frame of a {@link Player}, in shares of the frame from its top left corner.
 *
 * @param frame which, 0 is first
 * @param label what is in it; one label has one colour
 * @param left 0 to 1
 * @param top 0 to 1
 * @param width 0 to 1
 * @param height 0 to 1
 */
public record FrameBox(
        int frame, String label, double left, double top, double width, double height) {}
