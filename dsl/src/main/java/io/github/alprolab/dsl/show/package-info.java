/**
 * What a value looks like, without knowing who looks: text, HTML and pictures under their MIME
 * types. Entry type: {@link io.github.alprolab.dsl.show.Shown}. Depends on nothing of this project.
 */
package io.github.alprolab.dsl.show;
