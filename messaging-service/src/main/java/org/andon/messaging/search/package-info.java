/**
 * Finds messages by their words. Owns {@code message_words}, written with each message; calls
 * {@code message}, {@code room} and {@code query}.
 */
package org.andon.messaging.search;
