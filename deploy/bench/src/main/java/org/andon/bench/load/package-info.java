/**
 * Members of rooms at their sockets, who send, receive and check every message. One event loop runs
 * them all, so that the client costs little of the machine it shares and nothing here needs a lock.
 */
package org.andon.bench.load;
