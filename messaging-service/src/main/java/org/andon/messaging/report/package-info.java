/**
 * What happened in a room, as a document. Asks room-service and file-service for what is theirs,
 * and calls messages, readings and mentions.
 */
package org.andon.messaging.report;
