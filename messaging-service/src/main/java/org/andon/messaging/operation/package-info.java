/**
 * What people do in a room, from a socket or over HTTP alike: read from JSON, checked, handed to
 * the writer. Calls messages, mentions and attachments; knows no sockets.
 */
package org.andon.messaging.operation;
