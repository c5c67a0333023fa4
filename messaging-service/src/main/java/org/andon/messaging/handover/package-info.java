/**
 * What one shift leaves to the next: when shifts change, the digest of each line's open rooms, and
 * who took it over. Calls what rooms, messages, readings and positions tell, and tells feeds.
 */
package org.andon.messaging.handover;
