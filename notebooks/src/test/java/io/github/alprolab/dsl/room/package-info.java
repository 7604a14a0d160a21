/** A class that breaks architecture rules on purpose. Uses no other package. */
package io.github.alprolab.dsl.room;
