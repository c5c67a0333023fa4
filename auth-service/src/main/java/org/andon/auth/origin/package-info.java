/** Where a request comes from: address and device. Calls nothing else of the service. */
package org.andon.auth.origin;
