/** What happens to rooms, told in the rooms as messages of type system. Calls messages. */
package org.andon.messaging.systemevent;
