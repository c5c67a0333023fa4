/**
 * Sessions: from a login to its end, and the chain of refresh tokens in between. May call {@code
 * directory} for who a person is, and {@code page}.
 */
package org.andon.auth.session;
