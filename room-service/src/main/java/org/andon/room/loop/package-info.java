/**
 * What this service does in the background for as long as it runs, so that it can be seen to. Calls
 * nothing else of the service.
 */
package org.andon.room.loop;
