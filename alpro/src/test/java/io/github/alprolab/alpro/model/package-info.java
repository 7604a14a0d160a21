/** Networks that tests declare. */
package io.github.alprolab.alpro.model;
