/**
 * Widgets: parts of the page that are shared with the kernel. A {@link
 * io.github.alprolab.kernel.api.widget.Widget} is a Java class with typed {@link
 * io.github.alprolab.kernel.api.widget.Property properties} and a page of ECMAScript, connected by
 * the messages of Jupyter's widgets (target {@code jupyter.widget}) and shown by the front-end part
 * {@code anywidget}; {@link io.github.alprolab.kernel.api.widget.Widgets} makes the usual ones.
 * Uses {@code api}.
 */
package io.github.alprolab.kernel.api.widget;
