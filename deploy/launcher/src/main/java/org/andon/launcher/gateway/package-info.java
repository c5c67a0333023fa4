/** The local API gateway: which path goes to which service, WebSockets, and the SPA. */
package org.andon.launcher.gateway;
