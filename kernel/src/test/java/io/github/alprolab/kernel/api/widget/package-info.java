/** Tests. */
package io.github.alprolab.kernel.api.widget;
