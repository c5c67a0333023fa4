/** Asks an optional virus scanner about what arrives. Calls nothing else of the service. */
package org.andon.file.scan;
