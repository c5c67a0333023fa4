/** Text frames in the form in which they go over a WebSocket. Calls nothing. */
package org.andon.messaging.wire;
