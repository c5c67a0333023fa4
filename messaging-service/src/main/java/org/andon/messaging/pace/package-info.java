/** Work that is gathered and done together every so often. Calls nobody. */
package org.andon.messaging.pace;
