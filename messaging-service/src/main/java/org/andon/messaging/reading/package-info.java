/** How far people have read, and what they have not read yet. Calls nobody but its listeners. */
package org.andon.messaging.reading;
