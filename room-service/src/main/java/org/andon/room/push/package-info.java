/**
 * Web push (RFC 8030, 8291, 8292): the browsers people have registered, and what is sent to them.
 * Owns the subscriptions; knows nothing of what is told, which is the caller's.
 */
package org.andon.room.push;
