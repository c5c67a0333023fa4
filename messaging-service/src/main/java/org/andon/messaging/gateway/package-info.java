/**
 * The WebSocket protocol: the only package that knows sockets. Calls messages, rooms, presence and
 * attachments; nothing calls it.
 */
package org.andon.messaging.gateway;
