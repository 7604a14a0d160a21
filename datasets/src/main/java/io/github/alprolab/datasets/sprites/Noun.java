package io.github.alprolab.datasets.sprites;

/**
 * One row of the sprite table.
 *
 * @param name the word, lower-case, one word
 * @param category group of the picture, such as {@code animal-mammal}
 * @param codePoint Unicode code point, {@code U+...}
 * @param column number of the strip that holds the picture
 * @param row place in that strip, from 0
 * @param grammar how captions use the word
 */
public record Noun(
        String name, String category, String codePoint, int column, int row, NounGrammar grammar) {}
