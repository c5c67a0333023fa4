/** Who is online in which room, over all pods. Knows rooms' subscribers, but no sockets. */
package org.andon.messaging.presence;
