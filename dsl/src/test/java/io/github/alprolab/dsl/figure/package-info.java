/** Tests of figures, of the records behind them and of their drawings. */
package io.github.alprolab.dsl.figure;
