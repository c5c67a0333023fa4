/**
 * Signing in, staying in and signing out, over HTTP. May call every other package; none calls it.
 */
package org.andon.auth.login;
