/** Who is meant by an {@code @name}. Calls messages. */
package org.andon.messaging.mention;
