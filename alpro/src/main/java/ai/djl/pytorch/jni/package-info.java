/**
 * The one bridge into the engine's package-private script calls; see {@link
 * ai.djl.pytorch.jni.ScriptModule}. Only {@code io.github.alprolab.alpro.tensor} may use it.
 */
package ai.djl.pytorch.jni;
