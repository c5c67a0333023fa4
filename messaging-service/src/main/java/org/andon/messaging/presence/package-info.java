/**
 * Who is online in which room, who types there and how far they have read, told over all pods.
 * Knows rooms' subscribers and read positions, but no sockets.
 */
package org.andon.messaging.presence;
