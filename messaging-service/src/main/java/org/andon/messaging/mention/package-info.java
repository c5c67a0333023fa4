/**
 * Who is meant by an {@code @name}, and where somebody is mentioned. Calls messages, rooms and, for
 * names it does not know, auth-service.
 */
package org.andon.messaging.mention;
