/** {@code docs/recipes.md}, followed line by line. */
package io.github.alprolab.recipes;
