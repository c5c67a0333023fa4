/** Sessions that have ended before their time: their tokens and sockets are good no longer. */
package org.andon.messaging.session;
