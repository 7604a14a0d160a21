/**
 * What clients ask, and the answers: {@link io.github.alprolab.kernel.request.ShellRequests} in
 * order on the thread of the cells, {@link io.github.alprolab.kernel.request.HelpRequests} beside a
 * running cell, {@link io.github.alprolab.kernel.request.ControlRequests} at once. All of them
 * speak by {@link io.github.alprolab.kernel.request.Replies} and do not know one another. Uses
 * {@code api}, {@code display}, {@code extension}, {@code help}, {@code magic}, {@code
 * magic.builtin}, {@code output}, {@code protocol}, {@code session} and {@code stop}.
 */
package io.github.alprolab.kernel.request;
