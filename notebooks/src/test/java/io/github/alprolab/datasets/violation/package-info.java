/** A class that breaks an architecture rule on purpose. */
package io.github.alprolab.datasets.violation;
