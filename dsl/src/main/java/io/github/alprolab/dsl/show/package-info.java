/**
 * What a value looks like, without knowing who looks: text, HTML and pictures under their MIME
 * types. Entry type: {@link io.github.alprolab.dsl.show.Shown}. Uses no other package.
 */
package io.github.alprolab.dsl.show;
