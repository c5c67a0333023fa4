/**
 * Messages: writing them in numbered groups, and reading them back. Owns their tables; tells what
 * it has committed to whoever implements {@link org.andon.messaging.message.CommitListener}.
 */
package org.andon.messaging.message;
